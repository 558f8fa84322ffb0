import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ASKED } from '../../../domain/privacy/asked';
import { DAY } from '../../../domain/base/clock';
import { HOLDINGS, KEPT_MS, type Holding } from '../../../domain/privacy/privacy';

/** docs/隐私.md says what the code declares: `UPDATE=1 npx jest domain/privacy/privacy` writes it anew. */
const FILE = join(__dirname, '../../../docs/隐私.md');
const BEGIN = '<!-- 以下由 domain/privacy/privacy.ts 和 domain/privacy/asked.ts 生成，改那里，不改这里 -->';
const END = '<!-- 生成的部分到此为止 -->';
const held = Object.values(HOLDINGS).flatMap((one): Holding[] => (one ? [one] : []));

const generated = (): string =>
  [
    BEGIN,
    '',
    '### 记什么，为什么，谁看得到，留多久',
    '',
    ...held.flatMap(({ title, what, why, seenBy, kept, erased }) => [
      `**${title}**`,
      '',
      `- 内容：${what}`,
      `- 用途：${why}`,
      `- 谁看得到：${seenBy}`,
      `- 留多久：${kept}`,
      `- 本人删除资料以后：${erased}`,
      '',
    ]),
    '### 用到时才问的',
    '',
    ...Object.values(ASKED).map(({ title, why, without }) => `- **${title}**：${why}。不同意也可以，${without}。`),
    '',
    END,
  ].join('\n');

test('the text for the union says exactly what the code declares', () => {
  const text = readFileSync(FILE, 'utf8');
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END) + END.length];
  if (process.env.UPDATE === '1') writeFileSync(FILE, text.slice(0, begin) + generated() + text.slice(end));

  expect(readFileSync(FILE, 'utf8')).toContain(generated());
});

test.each([
  ['notices', '1 年'],
  ['outbox', '30 天'],
  ['consents', '1 年'],
  ['follows', '1 年'],
  ['invites', '1 年'],
  ['rehearsals', '1 年'],
  ['tallies', '1 年'],
] as const)('the words for %s are the days that the night goes by', (name, words) => {
  expect(HOLDINGS[name].kept).toContain(words);
  expect(KEPT_MS[name]).toBe(words === '1 年' ? 365 * DAY : 30 * DAY);
});

test('so are those for classes and members', () => {
  expect([KEPT_MS.classes, KEPT_MS.members, KEPT_MS.warned]).toEqual([3 * 365 * DAY, 3 * 365 * DAY, 30 * DAY]);
  expect(HOLDINGS.sections.kept).toContain('3 年');
  expect(HOLDINGS.rolls.kept).toContain('3 年');
  expect(HOLDINGS.members.kept).toMatch(/三年.*30 天/);
});
