import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONTRACT, type EndpointName } from '../../domain/api';
import { FUNCTIONS, functionOf } from '../../domain/functions';

const ROOT = join(__dirname, '../..');
/** Not in the repository: made by a command, or by a compiler beside us (32 hexadecimal digits). */
const isMade = (name: string): boolean => /^(\..*|node_modules|dist|coverage|[0-9a-f]{32})$/.test(name);
const text = readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8');

/** The tree as the page draws it: each folder, and under some of them the folders within. */
function drawn(): Map<string, string[]> {
  const tree = new Map<string, string[]>();
  const house = text.slice(text.indexOf('## The house'));
  const lines = house.split('```')[1]!.split('\n');
  let room = '';
  for (const line of lines) {
    const names = line.split(' ').flatMap(word => (/^[\w-]+\/$/.test(word) ? [word.slice(0, -1)] : []));
    if (/^\S/.test(line) && names[0]) tree.set((room = names[0]), []);
    else tree.get(room)?.push(...names);
  }
  return tree;
}

const foldersIn = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
    .sort();

test('the map shows every folder of the repository, and no other', () => {
  const folders = foldersIn('.').filter(name => !isMade(name));

  expect([...drawn().keys()].sort()).toEqual(folders);
});

test.each(['domain', 'server', 'src'])('the map shows every folder of %s, and no other', room => {
  expect(drawn().get(room)!.sort()).toEqual(foldersIn(room));
});

test('every file that the page names is there', () => {
  const named = [...text.matchAll(/`([\w-]+(?:\/[\w-]+)+(?:\.ts)?)`/g)].map(match => match[1]!);

  expect(named.length).toBeGreaterThan(8);
  expect(named.filter(path => !existsSync(join(ROOT, path)) && !existsSync(join(ROOT, `${path}.ts`)))).toEqual([]);
});

test('the page can be read in five minutes', () => {
  const words = text.split(/\s+/).filter(word => /\p{L}/u.test(word));

  expect(words.length).toBeLessThanOrEqual(900);
});

test('cloudfunctions holds what is deployed and nothing else', () => {
  expect(readdirSync(join(ROOT, 'cloudfunctions')).sort()).toEqual([...FUNCTIONS].sort());
});

test.each(FUNCTIONS)(
  'cloudfunctions/%s holds its settings, its index, and a list for each noun if it has several',
  name => {
    const endpoints = Object.keys(CONTRACT) as EndpointName[];
    const nouns = new Set(endpoints.filter(one => functionOf(one) === name).map(one => one.split('.')[0]!));
    const lists = nouns.size > 1 ? [...nouns].map(noun => `${noun}.ts`) : [];

    expect(readdirSync(join(ROOT, 'cloudfunctions', name)).sort()).toEqual(
      ['config.json', 'index.ts', ...lists].sort(),
    );
  },
);
