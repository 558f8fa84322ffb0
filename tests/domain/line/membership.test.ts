import { MEMBERSHIPS, type Membership } from '../../../domain/model';
import { membershipOf } from '../../../domain/line/membership';
import { checkProfile } from '../../../domain/people/profile';

const good = { name: '何小燕', phone: '13800001234', employer: '永川区人民医院' };

/** What is known after these answers were saved one upon the other, as the database merges them. */
function after(...saves: { unionMember: boolean; membership?: Membership | null }[]) {
  let document: { unionMember: boolean; membership?: Membership } = { unionMember: false };
  for (const save of saves) {
    const checked = checkProfile({ ...good, ...save });
    if ('refused' in checked) return checked.details.fields;
    document = { ...document, ...checked.profile };
  }
  return membershipOf(document);
}

test.each(MEMBERSHIPS)('the answer %s is what is known from then on', membership => {
  expect(after({ unionMember: false, membership })).toBe(membership);
  expect(after({ unionMember: true }, { unionMember: true, membership })).toBe(membership);
});

test('the form can not be saved while the question is open', () => {
  expect(after({ unionMember: false, membership: null })).toEqual({ membership: expect.stringContaining('不清楚') });
});

test('the switch of an app from before: on is a yes, off is no answer, unless there was one', () => {
  expect(after({ unionMember: true })).toBe('yes');
  expect(after({ unionMember: false })).toBeUndefined();
  expect(after({ unionMember: false, membership: 'unsure' }, { unionMember: false })).toBe('unsure');
  expect(after({ unionMember: true, membership: 'yes' }, { unionMember: false })).toBe('no');
});
