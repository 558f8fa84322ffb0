import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What the handbook tells people to tap stands on a screen, and its links lead somewhere: it ages with the product. */
const ROOT = join(__dirname, '../..');
const DOCS = join(ROOT, 'docs');
const inDocs = readdirSync(DOCS)
  .filter(name => name.endsWith('.md'))
  .map(name => join(DOCS, name));
const texts = [join(ROOT, 'README.md'), ...inDocs];
const handbooks = readdirSync(DOCS).filter(name => name.startsWith('手册-'));
const read = (file: string) => readFileSync(file, 'utf8');

function sourcesUnder(folder: string): string {
  return readdirSync(folder, { withFileTypes: true })
    .map(entry => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return sourcesUnder(path);
      return /\.tsx?$/.test(entry.name) ? read(path) : '';
    })
    .join('\n');
}

/** Numbers and what is filled in are the same: `导入这 6 个班` and `导入这 ${good} 个班`. */
const anyNumber = (text: string) => text.replace(/\$?\{[\w.]+\}|\d+/g, 'N');
const screens = anyNumber(['src', 'domain'].map(name => sourcesUnder(join(ROOT, name))).join('\n'));
/** Bold is what is tapped or read on a screen; a bold sentence, with its stops, is only said loudly. */
const named = (text: string) =>
  [...text.matchAll(/\*\*([^*]+)\*\*/g)].map(found => found[1]!).filter(words => !/[。？，、：→]/.test(words));

test.each(handbooks)('%s: what is in bold stands on a screen', file => {
  const words = named(read(join(DOCS, file)));

  expect(words.length).toBeGreaterThan(5);
  expect(words.filter(one => !screens.includes(anyNumber(one)))).toEqual([]);
});

/** Comments speak of the rule by any name; what people read has one. */
const withoutComments = (code: string) => code.replace(/\/\*[^]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');

test.each([
  ['爽约', '缺课'],
  ['取消身份', '收回权限'],
  ['安心检查', '名额核对'],
])('%s is called %s on every screen, in every sentence of the server and in every page', former => {
  const said = ['src', 'domain', 'cloudfunctions'].map(name => withoutComments(sourcesUnder(join(ROOT, name))));

  expect([...said, ...texts.map(read)].filter(one => one.includes(former))).toEqual([]);
});

/** As GitHub names a heading. */
const slug = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
const slugsOf = (file: string) => [...read(file).matchAll(/^#+ (.+)$/gm)].map(found => slug(found[1]!));

test('every link to another page, and to a heading, leads somewhere', () => {
  const dead = texts.flatMap(file =>
    [...read(file).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)]*))?\)/g)]
      .filter(([, path, heading]) => {
        const target = path ? join(file, '..', decodeURI(path)) : file;
        if (!statSync(target, { throwIfNoEntry: false })) return true;
        return heading !== undefined && !slugsOf(target).includes(decodeURI(heading));
      })
      .map(([link]) => `${file}: ${link}`),
  );

  expect(dead).toEqual([]);
});
