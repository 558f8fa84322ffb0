import { draftHints, inviteHints, missingInstructors } from '../../../domain/draft/instructor-hints';
import type { Runner } from '../../../domain/people/own';

const taught = (instructor: string, organisation = '甲校', course = '茶艺') => ({
  course,
  name: '一班',
  instructor,
  organisation,
});
const holder = (instructorName: string, instructorFor?: string[]): Runner => ({
  roles: ['instructor'],
  instructorName,
  ...(instructorFor ? { instructorFor } : {}),
});
const invite = (name: string, organisation = '') => ({ role: 'instructor' as const, name, organisation });

test('who is named and has no role is missing, once a name and organisation, with all their classes', () => {
  const classes = [
    taught('陈静、李芳老师'),
    taught('陈 静', '甲校', '古琴'),
    taught('陈静', '乙校', '合唱'),
    taught('待定'),
  ];

  expect(missingInstructors(classes, [holder('李芳')], [invite('陈静', '乙校')])).toEqual([
    { name: '陈静', organisation: '甲校', classes: ['茶艺一班', '古琴一班'], invited: false },
    { name: '陈静', organisation: '乙校', classes: ['合唱一班'], invited: true },
  ]);
});

test('somebody whom another organisation sends is not the one who is missing; a role taken back is none', () => {
  expect(missingInstructors([taught('陈静')], [holder('陈静', ['乙校'])], [])).toHaveLength(1);
  expect(missingInstructors([taught('陈静')], [{ ...holder('陈静'), roles: [] }], [])).toHaveLength(1);
  expect(missingInstructors([taught('陈静')], [holder('陈静', ['甲校'])], [])).toEqual([]);
});

test('a draft says whom nobody has invited, and where one name may be two people', () => {
  expect(draftHints([taught('陈静')], [holder('陈静')], [])).toEqual([]);
  expect(draftHints([taught('陈静')], [], [invite('陈静')])).toEqual([]);
  expect(draftHints([taught('陈静、李芳')], [], [])).toEqual([expect.stringContaining('陈静、李芳还没有讲师身份')]);
  expect(draftHints([taught('陈静'), taught('陈静', '乙校')], [holder('陈静')], [])).toEqual([
    expect.stringContaining('陈静在甲校、乙校的班里都有'),
  ]);
  expect(draftHints([taught('陈静')], [holder('陈静'), holder('陈静老师')], [])).toEqual([
    expect.stringContaining('有 2 位讲师叫陈静'),
  ]);
});

test('one organisation, written in two ways, or none beside it, is no second person', () => {
  const hints = (...classes: ReturnType<typeof taught>[]) => draftHints(classes, [holder('陈静'), holder('李芳')], []);

  expect(hints(taught('陈静'), taught('陈静', '甲 校'))).toEqual([]);
  expect(hints(taught('陈静'), taught('陈静', ''))).toEqual([]);
  expect(hints(taught('陈静'), taught('李芳', '乙校'))).toEqual([]);
});

test('an invitation to another role invites no instructor', () => {
  const staff = { ...invite('陈静'), role: 'staff' as const };

  expect(missingInstructors([taught('陈静')], [], [staff])).toMatchObject([{ invited: false }]);
});

test.each([
  ['a name that no class has', invite('王芳'), [], ['课程表上没有王芳']],
  ['a name that the organisation’s classes do not have', invite('陈静', '丙校'), [], ['没有丙校的陈静']],
  ['a name of two organisations', invite('陈静'), [], ['甲校、乙校的班里都有']],
  ['a name of one of them', invite('陈静', '甲校'), [], []],
  ['a name that somebody has already', invite('陈静', '甲校'), [holder('陈静')], ['已经有 1 位讲师叫陈静']],
  ['a namesake of the other organisation', invite('陈静', '甲校'), [holder('陈静', ['乙校'])], []],
])('inviting %s', (_, whom, holders, hints) => {
  const classes = [taught('陈静、李芳'), taught('陈静', '乙校')];

  expect(inviteHints(whom, classes, holders)).toEqual(hints.map(hint => expect.stringContaining(hint)));
});

test('other roles get no hints', () => {
  expect(inviteHints({ role: 'staff', name: '王敏', organisation: '' }, [], [])).toEqual([]);
});
