import { instructorForAfter, isOwn, type Runner } from '../../../domain/people/own';

const instructor = (instructorName: string, instructorFor?: string[]): Runner => ({
  roles: ['instructor'],
  instructorName,
  ...(instructorFor ? { instructorFor } : {}),
});
const section = (name: string, organisation = '渝西茶艺培训学校') => ({ instructor: name, organisation });

test.each([
  ['陈静', '陈静'],
  ['陈静', '陈静、李芳'],
  ['李芳', '陈静 李芳'],
  ['陈静', '陈 静老师'],
  ['陈静老师', '陈静（主讲）'],
  ['陈静、李芳', '李芳'],
  ['阿依古丽·买买提', '阿依古丽•买买提 教授'],
  ['陈静', '\u200b陈静\u202c'],
])('who was invited as %j runs the class of %j', (name, cell) => {
  expect(isOwn(instructor(name), section(cell))).toBe(true);
});

test.each([
  ['陈静', '陈静怡'],
  ['静', '陈静'],
  ['陈静', '陈老师'],
  ['待定', '待定'],
  ['老师', '老师'],
  ['', ''],
])('who was invited as %j does not run the class of %j', (name, cell) => {
  expect(isOwn(instructor(name), section(cell))).toBe(false);
});

test('a namesake whom another organisation sends runs nothing here; one without an organisation runs all of the name', () => {
  const here = section('李文秀', '渝西茶艺培训学校（永川）');

  expect(isOwn(instructor('李文秀', ['渝西茶艺培训学校 (永川)']), here)).toBe(true);
  expect(isOwn(instructor('李文秀', ['另一家培训学校']), here)).toBe(false);
  expect(isOwn(instructor('李文秀', ['另一家培训学校', '渝西茶艺培训学校(永川)']), here)).toBe(true);
  expect(isOwn(instructor('李文秀'), here)).toBe(true);
  expect(isOwn({ ...instructor('李文秀'), roles: [] }, here)).toBe(false);
});

test('an organisation runs its own classes, however the brackets are typed, and none that names nobody', () => {
  const runner: Runner = { roles: ['organisation'], organisation: '渝西茶艺（永川）' };

  expect(isOwn(runner, section('x', '渝西茶艺(永川)'))).toBe(true);
  expect(isOwn(runner, section('x', '渝西茶艺'))).toBe(false);
  expect(isOwn({ roles: ['organisation'], organisation: '' }, section('x', ''))).toBe(false);
});

test.each<[string, Runner | null, string, string[] | undefined]>([
  ['the first one', null, '甲', ['甲']],
  ['a second organisation of the same name', instructor('李文秀', ['甲']), '乙', ['甲', '乙']],
  ['the same organisation again', instructor('李文秀', ['甲', '乙']), '甲', ['乙', '甲']],
  ['one that says none', instructor('李文秀', ['甲']), '', undefined],
  ['after one that said none', instructor('李文秀'), '甲', ['甲']],
  ['of another name', instructor('王芳', ['乙']), '甲', ['甲']],
  ['of a role that was taken back', { ...instructor('李文秀', ['乙']), roles: [] }, '甲', ['甲']],
])('an invitation for 李文秀 that is %s', (_, before, organisation, after) => {
  expect(instructorForAfter(before, { name: '李文秀', organisation })).toEqual(after);
});
