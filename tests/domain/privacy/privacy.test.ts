import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ASKED } from '../../../domain/privacy/asked';
import { DAY } from '../../../domain/base/clock';
import type { Collection, Holding } from '../../../domain/base/collection';
import { COLLECTIONS } from '../../../domain/collections';
import { KEPT_MS } from '../../../domain/privacy/privacy';

/** docs/隐私.md says what the code declares: `UPDATE=1 npx jest domain/privacy/privacy` writes it anew. */
const FILE = join(__dirname, '../../../docs/隐私.md');
const BEGIN = '<!-- 以下由 domain/*/collections.ts 和 domain/privacy/asked.ts 生成，改那里，不改这里 -->';
const END = '<!-- 生成的部分到此为止 -->';
const held = Object.values(COLLECTIONS).flatMap(({ holds }): Holding[] => (holds ? [holds] : []));

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

const dated = Object.entries(COLLECTIONS as Record<string, Collection<never>>).flatMap(([name, { holds, kept }]) =>
  holds && kept ? [{ name, holds, kept }] : [],
);

test.each(dated)('the words for $name are the days that the night goes by', ({ holds, kept }) => {
  const days = kept.ms / DAY;

  expect(holds.kept).toContain(days % 365 === 0 ? `${days / 365} 年` : `${days} 天`);
});

test('every collection with something about people says so to them, shows it and finds it', () => {
  const said = Object.entries(COLLECTIONS as Record<string, Collection<never>>).filter(([, one]) => one.holds !== null);

  // Their eight signs are no id: nobody can be found by them.
  expect(said.filter(([, one]) => one.about.length === 0).map(([name]) => name)).toEqual(['tallies', 'sums']);
  expect(said.length).toBeGreaterThan(12);
});

test('so are those for classes and members', () => {
  expect([KEPT_MS.classes, KEPT_MS.members, KEPT_MS.warned]).toEqual([3 * 365 * DAY, 3 * 365 * DAY, 30 * DAY]);
  expect(COLLECTIONS.sections.holds.kept).toContain('3 年');
  expect(COLLECTIONS.rolls.holds.kept).toContain('3 年');
  expect(COLLECTIONS.members.holds.kept).toMatch(/三年.*30 天/);
});
