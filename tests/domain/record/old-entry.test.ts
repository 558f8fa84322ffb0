import type { RecordEntry } from '../../../domain/model';
import { namedInCorrection, oldParts } from '../../../domain/record/old-entry';
import { sentenceOf, sentenceOn } from '../../../domain/record/said';

const old = (act: string, summary: string, memberId?: string): RecordEntry => ({
  _id: 'i7',
  at: 1,
  by: 'mstaff',
  byName: '王敏',
  act,
  summary,
  ...(memberId === undefined ? {} : { memberId }),
});

test.each([
  ['change.addPerson', '茶艺一班：把何燕加入队伍，第 2 座', 'me', '何燕'],
  ['change.movePerson', '茶艺一班：把何燕从候补第 3 位改为候补第 1 位', 'me', '何燕'],
  ['change.removePerson', '茶艺一班：把加入队伍移出队伍，原为第 1 座', 'me', '加入队伍'],
  ['invite.accept', '周敏接受邀请，成为讲师', 'me', '周敏'],
  ['invite.dismiss', '取消周敏的工会工作人员身份', 'me', '周敏'],
  ['attendance.correct', '改考勤：茶艺一班 3月9日 周二，何燕', 'me', '何燕'],
  ['attendance.answer', '免记缺课：茶艺，一班 3月9日 周二，何燕', 'me', '何燕'],
  ['roll.letIn', '补位：茶艺一班 3月9日 周二，何燕 进来上这一次课', 'me', '何燕'],
  ['invite.create', '邀请周敏成为讲师', undefined, '周敏'],
])('%s: the name stands where the act of old put it', (act, summary, memberId, name) => {
  const parts = oldParts(old(act, summary, memberId));

  expect(parts.filter(part => typeof part !== 'string')).toEqual([{ memberId: memberId ?? 'i7', name }]);
  expect(sentenceOf(parts)).toBe(summary);
});

test('an invitation that was taken back names the invited one by the invitation', () => {
  const parts = oldParts({ ...old('invite.revoke', '收回给周敏的讲师邀请'), _id: 'i7-revoked' });

  expect(parts).toEqual(['收回给', { memberId: 'i7', name: '周敏' }, '的讲师邀请']);
});

test('a correction names as many as are known, in their order; a name that is a word of it is still a name', () => {
  const summary = '补签：茶艺，一班 3月9日 周二，到 缺课、缺课 到';
  const correction = old('roll.correct', summary);

  expect(namedInCorrection(summary)).toBe(2);
  expect(oldParts(correction, ['a', 'b'])).toEqual([
    '补签：茶艺，一班 3月9日 周二，',
    { memberId: 'a', name: '到' },
    ' 缺课',
    '、',
    { memberId: 'b', name: '缺课' },
    ' 到',
  ]);
  expect(sentenceOf(oldParts(correction, ['a']))).toBe(summary);
  expect(oldParts(correction, ['a']).slice(-2)).toEqual(['、', '缺课 到']);
  expect(oldParts(correction)).toEqual([summary]);
});

test('what has no such form is read as it is', () => {
  expect(oldParts(old('export.roster', '导出名单，手机号完整'))).toEqual(['导出名单，手机号完整']);
  expect(sentenceOn(old('draft.publish', '发布“秋季”，1 个班 2 个名额'))).toBe('发布“秋季”，1 个班 2 个名额');
});

test('a name at the beginning or the end has no empty text beside it', () => {
  expect(oldParts(old('invite.accept', '周敏接受邀请，成为讲师', 'me'))).toEqual([
    { memberId: 'me', name: '周敏' },
    '接受邀请，成为讲师',
  ]);
});

test('what has no such form, or says of nobody whom it was about, stays one text', () => {
  expect(oldParts(old('change.place', '上课地点由205改为206', 'me'))).toEqual(['上课地点由205改为206']);
  expect(oldParts(old('invite.accept', '周敏接受邀请，成为讲师'))).toEqual(['周敏接受邀请，成为讲师']);
  expect(oldParts({ ...old('roll.correct', '补签'), memberId: 'me' }, ['me'])).toEqual(['补签']);
  expect(namedInCorrection('补签')).toBe(1);
});
