import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Container } from 'postcss';
import { parse } from 'postcss-scss';

/**
 * In a browser a sheet stays once its page was opened. If two sheets began a selector with the same block, each would
 * dress the other's page. So a block has one sheet; another sheet may change it only below a block of its own.
 */
const ROOT = join(__dirname, '../..');
const sheets = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard', 'src/*.scss'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .split('\0')
  .filter(Boolean);

/** Names that Taro gives, and the frame of a page, which says what kind of page it is and is no block. */
const FRAME = /^(hg|taro|weui)/;

/** `.hg-large .row__rule` → row; `.hg--wide .bar` → hg--wide bar */
function blockOf(selector: string): string | undefined {
  const classes = [...selector.matchAll(/\.([a-z][\w-]*)/gi)].map(found => found[1]!);
  const page = classes.find(one => one.startsWith('hg--'));
  const first = classes.find(one => !FRAME.test(one));
  return first && [page, first.replace(/(__|--).*$/, '')].filter(Boolean).join(' ');
}

/** The blocks that a sheet begins its selectors with. What is nested in a rule stands below that rule's block. */
function blocksOf(css: string): Set<string> {
  const found = new Set<string>();
  const look = (container: Container) =>
    container.each(node => {
      if (node.type === 'atrule' && !/keyframes$/.test(node.name)) look(node);
      if (node.type !== 'rule') return;
      for (const selector of node.selectors) {
        const block = blockOf(selector);
        if (block) found.add(block);
      }
    });
  look(parse(css));
  return found;
}

/** Blocks that more than one sheet begins with, each with its sheets. */
function shared(sources: Record<string, string>): [string, string[]][] {
  const owners = new Map<string, string[]>();
  for (const [sheet, css] of Object.entries(sources))
    for (const block of blocksOf(css)) owners.set(block, [...(owners.get(block) ?? []), sheet]);
  return [...owners].filter(([, all]) => all.length > 1);
}

test('a block stands in one sheet', () => {
  const sources = Object.fromEntries(sheets.map(sheet => [sheet, readFileSync(join(ROOT, sheet), 'utf8')]));

  expect(Object.keys(sources).length).toBeGreaterThan(40);
  expect(shared(sources)).toEqual([]);
});

test('the check sees a name in two sheets, in a media query too, and lets one sheet change another block below its own', () => {
  const one = '.line { color: red; } .line__one + .line__one { margin: 0; }';

  expect(shared({ one, other: '@media print { .hg-large .line--on { color: blue; } }' })).toEqual([
    ['line', ['one', 'other']],
  ]);
  expect(shared({ one, other: '.answer .line { color: blue; } .answer { .line__one { margin: 0; } }' })).toEqual([]);
  expect(shared({ one, other: '.hg--wide .line { color: blue; }' })).toEqual([]);
});
