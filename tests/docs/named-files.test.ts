import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const ROOMS =
  'bench|charts|cloudfunctions|config|docs|domain|emulator|mutants|rehearse|sample|scripts|server|src|tests|torture';
/** A file of the repository in a text: marked as code, or in brackets in a comment. */
const NAMED = new RegExp(`[\`(]((?:${ROOMS})/[\\w./-]+\\.(?:tsx?|mjs|cjs|scss|json|md))[\`)]`, 'g');

const under = (folder: string): string[] =>
  (readdirSync(join(ROOT, folder), { recursive: true }) as string[]).map(name => join(folder, name));
const texts = [
  ...readdirSync(ROOT).filter(name => name.endsWith('.md')),
  ...under('docs').filter(name => name.endsWith('.md')),
  ...['domain', 'server', 'src', 'rehearse', 'charts', 'cloudfunctions']
    .flatMap(under)
    .filter(name => /\.tsx?$/.test(name)),
];
const named = texts.flatMap(text =>
  [...readFileSync(join(ROOT, text), 'utf8').matchAll(NAMED)].map(found => [text, found[1]!] as const),
);

test('a file that a text or a comment names is there, wherever it was moved', () => {
  expect(named.length).toBeGreaterThan(100);
  expect(named.filter(([, file]) => !existsSync(join(ROOT, file)))).toEqual([]);
});
