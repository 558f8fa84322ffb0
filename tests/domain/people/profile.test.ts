import { checkProfile } from '../../../domain/people/profile';

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
  ['marks of direction from contacts', { phone: '\u202d13800001234\u202c' }, { phone: '13800001234' }],
  ['every mark that is pasted along', { phone: '\ufeff138\u200b0000\u20601234\u00ad' }, { phone: '13800001234' }],
  ['86 without its plus', { phone: '86 138 0000 1234' }, { phone: '13800001234' }],
  ['hyphens of other programs', { phone: '（0086）138–0000—1234' }, { phone: '13800001234' }],
  ['unseen marks in a name', { name: '\u202d何\u200b小燕\ufe0f' }, { name: '何小燕' }],
  ['a name with 〇', { name: '李○' }, { name: '李〇' }],
  ['a rare character of the private use area', { name: '刘\ue863' }, { name: '刘\ue863' }],
  ['another dot', { name: '阿依古丽‧买买提' }, { name: '阿依古丽·买买提' }],
  ['controls in the employer', { employer: '永川\u0000区\u202e医院\ud800' }, { employer: '永川区医院' }],
  ['spaces inside the employer', { employer: '永川区  人民医院' }, { employer: '永川区 人民医院' }],
  ['a minority name', { name: '阿依古丽·买买提' }, { name: '阿依古丽·买买提' }],
  ['a foreign name', { name: 'Anna-Maria O’Neil'.replace('’', "'") }, { name: "Anna-Maria O'Neil" }],
])('tidied: %s', (_, change, kept) => {
  expect(faults(change)).toMatchObject(kept);
});

test.each([
  ['no name', { name: '' }, 'name'],
  ['a name that nobody sees', { name: '\u3164\u3164' }, 'name'],
  ['variation selectors', { name: '\ufe0f\ufe0e' }, 'name'],
  ['an employer that nobody sees', { employer: '\u200b\u200b\u2800' }, 'employer'],
  ['letters in the phone', { phone: '1380000I234' }, 'phone'],
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

test.each([
  ['何', '2 到 20 个字'],
  ['何燕2', '只能有汉字或字母'],
  ['\u200b', '请填写真实姓名'],
])('the name %j is refused with words that fit', (name, words) => {
  expect(checkProfile({ ...good, name })).toMatchObject({
    details: { fields: { name: expect.stringContaining(words) } },
  });
});

test.each([
  ['1380000123', '填了 10 位'],
  ['138000012345', '填了 12 位'],
  ['138abcd1234', '别的字符'],
  ['02349860000', '以 13 到 19 开头'],
  ['\u202d\u202c', '请填写手机号'],
])('the phone %j is refused with words that fit', (phone, words) => {
  expect(checkProfile({ ...good, phone })).toMatchObject({
    details: { fields: { phone: expect.stringContaining(words) } },
  });
});

test.each([
  ['employer', '医', true],
  ['employer', '医院', false],
  ['employer', '医'.repeat(50), false],
  ['employer', '医'.repeat(51), true],
  ['employer', '', true],
  ['district', '镇'.repeat(30), false],
  ['district', '镇'.repeat(31), true],
])('%s %j is a fault: %s', (field, value, isFault) => {
  const checked = checkProfile({ ...good, [field]: value });
  expect('refused' in checked ? Object.keys(checked.details.fields) : []).toEqual(isFault ? [field] : []);
});

test('a district that is not said is not kept, one that is said is kept in plain words', () => {
  expect(checkProfile(good)).toEqual({ profile: good });
  expect(checkProfile({ ...good, district: ' ' })).toEqual({ profile: good });
  expect(checkProfile({ ...good, district: ' 中山路街道 ' })).toEqual({ profile: { ...good, district: '中山路街道' } });
});

test('an employer that is missing is asked for, one that is too short is told how long it may be', () => {
  const said = (employer: string) => {
    const checked = checkProfile({ ...good, employer });
    return 'refused' in checked ? checked.details.fields.employer : undefined;
  };
  expect([said(''), said('医')]).toEqual([expect.stringContaining('请填写工作单位'), '单位名称要 2 到 50 个字']);
});
