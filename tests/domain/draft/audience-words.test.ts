import { audienceDisagreement, membersBy } from '../../../domain/draft/audience-words';

test.each([
  ['全区工会会员', 'only'],
  ['仅限会员', 'only'],
  ['工会会员（女职工）', 'only'],
  ['会员均可报名', 'only'],
  ['非会员也可', 'others'],
  ['不限会员', 'others'],
  ['会员优先', 'others'],
  ['工会会员及家属', 'others'],
  ['会员、职工', 'others'],
  ['全区职工', 'others'],
  ['不 限', 'others'],
  ['女职工', undefined],
  ['45岁以下', undefined],
  ['', undefined],
])('%s lets come: %s', (text, who) => {
  expect(membersBy(text)).toBe(who);
});

test.each([
  ['全区工会会员', {}, '没有限会员'],
  ['全区工会会员', { unionMembersOnly: true }, undefined],
  ['全区职工', { unionMembersOnly: true }, '限了会员'],
  ['全区职工', {}, undefined],
  ['', { unionMembersOnly: true }, undefined],
  ['女职工', { unionMembersOnly: true }, undefined],
  ['胜利路街道职工', {}, '没有限镇街'],
  ['胜利路街道职工', { districts: ['胜利路街道'] }, undefined],
  ['限胜利路街道职工', { districts: ['大安街道', '胜利路街道'] }, undefined],
  ['来苏镇职工', { districts: ['大安街道'] }, '别的镇街'],
  ['城镇职工', {}, undefined],
  ['各镇街职工', {}, undefined],
  ['乡镇职工', {}, undefined],
])('%s with %j: %s', (text, audience, says) => {
  const found = audienceDisagreement(text, audience);
  expect(says === undefined ? found : found?.includes(says)).toBe(says === undefined ? undefined : true);
});
