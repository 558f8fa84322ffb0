import { checkProfile } from '../../../domain/rules/profile';

const good = {
  name: '何小燕',
  phone: '13800001234',
  employer: '永川区人民医院',
  unionMember: true,
  membership: 'yes' as const,
};
const faults = (change: Partial<typeof good>) => {
  const checked = checkProfile({ ...good, ...change });
  return 'refused' in checked ? Object.keys(checked.details.fields) : checked.profile;
};

test('a good profile is kept as it is', () => {
  expect(faults({})).toEqual(good);
});

test.each([
  ['spaces around', { name: ' 何小燕 ' }, { name: '何小燕' }],
  ['full-width digits', { phone: '１３８００００１２３４' }, { phone: '13800001234' }],
  ['a pasted number', { phone: '+86 138-0000-1234' }, { phone: '13800001234' }],
  ['spaces inside the employer', { employer: '永川区  人民医院' }, { employer: '永川区 人民医院' }],
  ['a minority name', { name: '阿依古丽·买买提' }, { name: '阿依古丽·买买提' }],
  ['a foreign name', { name: 'Anna-Maria O’Neil'.replace('’', "'") }, { name: "Anna-Maria O'Neil" }],
])('tidied: %s', (_, change, kept) => {
  expect(faults(change)).toMatchObject(kept);
});

test.each([
  ['no name', { name: '' }, 'name'],
  ['one letter', { name: '何' }, 'name'],
  ['21 letters', { name: '何'.repeat(21) }, 'name'],
  ['digits in the name', { name: '何燕2' }, 'name'],
  ['an emoji', { name: '何燕😀' }, 'name'],
  ['markup', { name: '<b>何燕' }, 'name'],
  ['no phone', { phone: '' }, 'phone'],
  ['ten digits', { phone: '1380000123' }, 'phone'],
  ['a landline', { phone: '02349860000' }, 'phone'],
  ['12 digits', { phone: '138000012345' }, 'phone'],
  ['no employer', { employer: '  ' }, 'employer'],
  ['51 letters', { employer: '院'.repeat(51) }, 'employer'],
])('refused: %s', (_, change, field) => {
  expect(faults(change)).toEqual([field]);
});

test.each([2, 20])('a name of %i letters passes', length => {
  expect(faults({ name: '何'.repeat(length) })).toMatchObject({ name: '何'.repeat(length) });
});

test('every wrong field is told at once, each in its own words', () => {
  const checked = checkProfile({ name: '', phone: 'x', employer: '', unionMember: false });
  expect(checked).toEqual({
    refused: 'BAD_PROFILE',
    details: {
      fields: {
        name: expect.stringContaining('姓名'),
        phone: expect.stringContaining('11 位'),
        employer: expect.stringContaining('单位'),
      },
    },
  });
});
