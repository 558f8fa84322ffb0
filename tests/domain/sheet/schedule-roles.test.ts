import { instantOf } from '../../../domain/base/clock';
import { rolesOf } from '../../../domain/sheet/schedule-roles';
import { tokensOf } from '../../../domain/sheet/schedule-tokens';

const NOW = instantOf('2027-02-20', '09:00')!;

/** Each word that has a role, with it; a number of lessons that is all of them has none. Then what is told and not read. */
function said(text: string): string[] {
  const tokens = tokensOf(text, NOW);
  const { roles, asides } = rolesOf(tokens);
  const words = tokens.flatMap((token, index) => {
    const role = roles[index] ?? (token.kind === 'count' ? '?' : undefined);
    return role === undefined ? [] : [`${token.text.trim()} ${role}`];
  });
  return [words.join(', '), ...asides.map(aside => `${aside.kind}: ${aside.text}`)];
}

test.each<[string, ...string[]]>([
  ['4月6日停课', '4月6日 off, 停课 read'],
  ['停课：4月6日、13日', '停课 read, 4月6日、13日 off'],
  ['停课：4月6日，4月13日', '停课 read, 4月6日 off, 4月13日 off'],
  ['4月6日停课，4月13日', '4月6日 off, 停课 read, 4月13日 lesson'],
  ['4月6日停课、4月13日', '4月6日 off, 停课 read, 4月13日 unclear'],
  ['4月6日、4月13日停课', '4月6日、4月13日 off, 停课 read'],
  ['5月1日-5月5日、5月12日停课', '5月1日-5月5日 off, 5月12日 off, 停课 read'],
  ['4月6日（清明节）、5月4日（五一）停课', '4月6日 off, 清明节 read, 5月4日 off, 五一 read, 停课 read'],
  ['清明4月6日停课', '清明 read, 4月6日 off, 停课 read'],
  ['清明（4月6日）停课', '清明 read, 4月6日 off, 停课 read'],
  ['停课：清明4月6日', '停课 read, 清明 read, 4月6日 off'],
  ['4月6日清明', '4月6日 unclear'],
  ['4月6日（清明）停课', '4月6日 off, 清明 read, 停课 read'],
  ['4月6日因清明停课', '4月6日 off, 清明 read, 停课 read'],
  ['第1次3月9日，第2次3月16日', '3月9日 lesson, 第2次 read, 3月16日 lesson'],
  ['第1次3月9日，第3次3月16日', '第1次 read, 3月9日 start, 第3次 aside, 3月16日 aside', 'move: 第3次3月16日'],
  ['第1次：3月9日', '第1次 read, 3月9日 start'],
  [
    '第一次3月9日，第二次3月16日，第3次改到4月20日',
    '第一次 read, 3月9日 start, 第二次 aside, 3月16日 aside, 第3次 aside, 改到 aside, 4月20日 aside',
    'move: 第二次3月16日',
    'move: 第3次改到4月20日',
  ],
  [
    '第2次3月9日，第3次3月16日',
    '第2次 aside, 3月9日 aside, 第3次 aside, 3月16日 aside',
    'move: 第2次3月9日',
    'move: 第3次3月16日',
  ],
  ['第1次3月9日，第2次', '第1次 read, 3月9日 start'],
  ['第3次改到4月20日', '第3次 aside, 改到 aside, 4月20日 aside', 'move: 第3次改到4月20日'],
  ['4月6日改到4月8日', '4月6日 aside, 改到 aside, 4月8日 aside', 'move: 4月6日改到4月8日'],
  [
    '4月6日的课改到4月8日 14:00-15:00',
    '4月6日 aside, 的 aside, 课 aside, 改到 aside, 4月8日 aside,  aside, 14:00-15:00 aside',
    'move: 4月6日的课改到4月8日 14:00-15:00',
  ],
  ['5月25日汇报演出', '5月25日 aside, 汇报 aside, 演出 aside', 'event: 5月25日汇报演出'],
  [
    '5月25日 9:00-11:00 汇报演出',
    '5月25日 aside,  aside, 9:00-11:00 aside,  aside, 汇报 aside, 演出 aside',
    'event: 5月25日 9:00-11:00 汇报演出',
  ],
  ['开班 3月8日仪式', '3月8日 aside, 仪式 aside', 'event: 3月8日仪式'],
  ['每周二 19:00-20:30，5月25日汇报演出', '5月25日 aside, 汇报 aside, 演出 aside', 'event: 5月25日汇报演出'],
  ['每周二 19:00-20:30（5月25日汇报演出）', '5月25日 aside, 汇报 aside, 演出 aside', 'event: 5月25日汇报演出'],
  ['每周二 19:00-20:30，18:30-19:00签到', '18:30-19:00 aside, 签 aside, 到 aside', 'event: 18:30-19:00签到'],
  ['每周二 19:00-20:30，六9:00-11:00', '六 aside, 9:00-11:00 aside', 'move: 六9:00-11:00'],
  ['3月9日起', '3月9日 start, 起 read'],
  ['从3月9日', '从 read, 3月9日 start'],
  ['3月9日开始，5月25日结束', '3月9日 start, 开始 read, 5月25日 end, 结束 read'],
  ['3月9日至5月25日', '3月9日至5月25日 lesson'],
  ['3月9日起至5月26日', '3月9日 start, 起 read, 至 read, 5月26日 end'],
  ['从3月9日到5月25日', '从 read, 3月9日到5月25日 start'],
  ['至5月26日停课', '5月26日 unclear, 停课 read'],
  ['4月6日起停课', '4月6日 unclear, 停课 read'],
  ['4月6日起（停课）', '4月6日 start, 起 read'],
  ['3月9日-5月25日（除4月6日）', '3月9日-5月25日 lesson, 除 read, 4月6日 off'],
  ['3月9日-5月25日（停课4月6日）', '3月9日-5月25日 lesson, 停课 read, 4月6日 off'],
  ['3月9日，除4月6日', '3月9日 lesson, 除 read, 4月6日 off'],
  ['其中4月6日', '其中 read, 4月6日 unclear'],
  ['其中4月6日停课', '4月6日 off, 停课 read'],
  ['共12次，其中2次外出', '共12次 ?, 2次 part'],
  ['共12次', '共12次 ?'],
  ['共12次（含加课2次）', '共12次 ?, 2次 part'],
  ['共12次，加课2次', '共12次 ?, 2次 more'],
  ['共12次，含1次加课2次', '共12次 ?, 1次 part, 2次 part'],
  ['停课2次', '2次 off'],
  ['每周二1次', '1次 each'],
  ['每周二共1次', '共1次 ?'],
  ['最后一课5月25日', '最后一课 read, 5月25日 end'],
  ['首课3月9日', '首课 read, 3月9日 start'],
  ['3月9日首课，自4月6日停课', '3月9日 start, 首课 read, 4月6日 unclear, 停课 read'],
  ['3月9日，4月6日，5月4日', '3月9日 lesson, 4月6日 lesson, 5月4日 lesson'],
])('%s', (text, ...roles) => {
  expect(said(text)).toEqual(roles);
});
