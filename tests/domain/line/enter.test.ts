import type { Audience, Member } from '../../../domain/model';
import { isInvited, refuseByAudience, refuseUnaccepted } from '../../../domain/line/enter';

const member: Member = {
  _id: 'm',
  openid: 'o',
  name: '何燕',
  phone: '13800001234',
  employer: '永川区人民医院（本部）',
  unionMember: true,
  roles: [],
  createdAt: 0,
  updatedAt: 0,
};
const refused = (audience: Audience, who: Member | null = member) => refuseByAudience({ audience }, who);

test('nothing said about the audience means everybody with a profile', () => {
  expect(refused({}, { ...member, unionMember: false })).toBeUndefined();
});

test.each([
  ['who never filled it in', null],
  ['no name', { ...member, name: '' }],
  ['no phone', { ...member, phone: '' }],
  ['no employer', { ...member, employer: '' }],
])('a profile is needed: %s', (_, who) => {
  expect(refused({ unionMembersOnly: true }, who)).toEqual({ refused: 'PROFILE_MISSING' });
});

test('union members only', () => {
  expect(refused({ unionMembersOnly: true })).toBeUndefined();
  for (const membership of ['no', 'unsure'] as const) {
    expect(refused({ unionMembersOnly: true }, { ...member, unionMember: false, membership })).toEqual({
      refused: 'NOT_UNION_MEMBER',
    });
  }
});

test('a profile from before the question is asked, and not taken for a no', () => {
  expect(refused({ unionMembersOnly: true }, { ...member, unionMember: false })).toEqual({
    refused: 'MEMBERSHIP_UNSAID',
  });
});

test('invited employers, as people type their names', () => {
  expect(refused({ employers: ['永川区人民医院 (本部)'] })).toBeUndefined();
  expect(refused({ employers: ['永川区中医院'] })).toEqual({
    refused: 'EMPLOYER_NOT_INVITED',
    details: { employers: ['永川区中医院'] },
  });
  expect(refused({ employers: [] })).toMatchObject({ refused: 'EMPLOYER_NOT_INVITED' });
});

test('invited districts; who has not said where they live is not in one', () => {
  const audience = { districts: ['胜利路街道'] };

  expect(refused(audience, { ...member, district: ' 胜利路街道' })).toBeUndefined();
  expect(refused(audience, { ...member, district: '大安街道' })).toEqual({
    refused: 'DISTRICT_NOT_INVITED',
    details: audience,
  });
  expect(refused(audience)).toMatchObject({ refused: 'DISTRICT_NOT_INVITED' });
});

test('one of several districts is enough', () => {
  const audience = { districts: ['中山路街道', '茶山竹海街道'] };

  expect(refused(audience, { ...member, district: '茶山竹海街道' })).toBeUndefined();
  expect(refused(audience, { ...member, district: '朱沱镇' })).toMatchObject({ refused: 'DISTRICT_NOT_INVITED' });
});

test('a declaration is asked for until its very text is accepted, now or before', () => {
  expect(refuseUnaccepted('new', [undefined, undefined])).toEqual({ refused: 'NOT_ACCEPTED' });
  expect(refuseUnaccepted('new', [undefined, 'old'])).toEqual({ refused: 'NOT_ACCEPTED' });
  expect(refuseUnaccepted('new', ['new', 'old'])).toBeUndefined();
  expect(refuseUnaccepted('new', [undefined, 'new'])).toBeUndefined();
});

test('a batch without a declaration asks for none', () => {
  expect(refuseUnaccepted(undefined, [undefined, undefined])).toBeUndefined();
  expect(refuseUnaccepted(undefined, ['old', 'old'])).toBeUndefined();
});

test.each([
  ['no audience', undefined, true],
  ['my employer among several, in other brackets', { employers: ['顺丰', '永川区人民医院(本部)'] }, true],
  ['other employers', { employers: ['顺丰'] }, false],
  ['my district', { districts: ['中山路街道'] }, true],
  ['my employer, but another district', { employers: ['永川区人民医院(本部)'], districts: ['胜利路街道'] }, false],
])('a class for some: %s', (_, invited, may) => {
  expect(isInvited(invited, { ...member, district: '中山路街道' })).toBe(may);
});
