import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { picturePath } from '../../../domain/link/link';
import {
  addressOf,
  groupOf,
  isTab,
  linkTo,
  pageAbove,
  pathOf,
  queryOf,
  read,
  samePage,
} from '../../../domain/link/routes';

// What Taro's compiler wraps around the configuration is nothing but its argument.
(globalThis as { defineAppConfig?: <T>(config: T) => T }).defineAppConfig = config => config;
const config = (jest.requireActual('../../../src/app.config') as { default: AppConfig }).default;

interface AppConfig {
  pages: string[];
  subPackages: { root: string; pages: string[] }[];
  tabBar: { list: { pagePath: string }[] };
}
const pages = [
  ...config.pages,
  ...config.subPackages.flatMap(({ root, pages }) => pages.map(page => `${root}/${page}`)),
];
const SRC = join(__dirname, '../../../src');
const LESSON = { sectionId: 'b1-0002', lessonIndex: 3 };

/** A folder under src/pages or src/packages/<role> that has a configuration is a page. */
const folders = ['pages', ...['me', 'instructor', 'staff'].map(role => `packages/${role}`)].flatMap(root =>
  readdirSync(join(SRC, root)).flatMap(name =>
    existsSync(join(SRC, root, name, 'index.config.ts')) ? [`${root}/${name}/index`] : [],
  ),
);

test('the app has every page of the table, and every folder of a page is one of them', () => {
  expect(pages.sort()).toEqual(folders.sort());
  expect(pages.filter(isTab)).toEqual(config.tabBar.list.map(one => one.pagePath).sort());
  expect(config.pages[0]).toBe(pathOf('home'));
});

/** The sheet of a page has the same name. */
const PATH = new RegExp(`(${folders.join('|')})(?!\\.scss)`);

test('the path of a page is written in the table and nowhere else', () => {
  const written = ['src', 'server', 'domain'].flatMap(room =>
    (readdirSync(join(SRC, '..', room), { recursive: true }) as string[])
      .map(name => join(room, name))
      .filter(name => /\.tsx?$/.test(name))
      .filter(name => PATH.test(readFileSync(join(SRC, '..', name), 'utf8'))),
  );

  expect(written).toEqual([join('domain', 'link', 'routes.ts')]);
});

test('a link has the parameters of its page and no others, and WeChat takes it without a slash', () => {
  expect(linkTo('section', { batchId: 'b1', sectionId: 'b1-0002' })).toBe(
    'pages/section/index?batchId=b1&sectionId=b1-0002',
  );
  expect(linkTo('mine', {})).toBe('pages/mine/index');
  expect(queryOf('batch', { batchId: 'b1' })).toBe('batchId=b1');
  // @ts-expect-error A batch is opened by its id and not by a class.
  expect(linkTo('batch', { sectionId: 'b1-0002' })).toContain('sectionId');
});

test.each(pages.map(page => [page]))('from %s the ways up end at the home page', page => {
  const ways = [page, `${page}?batchId=b1&sectionId=b1-0002&lessonIndex=3&draftId=d1`].map(address => {
    const way = [address];
    while (way.length < 8 && read(way[way.length - 1] ?? '').path !== 'pages/home/index')
      way.push(pageAbove(way[way.length - 1] ?? ''));
    return way.map(one => read(one).path);
  });

  ways.forEach(way => {
    expect(way[way.length - 1]).toBe('pages/home/index');
    expect(new Set(way).size).toBe(way.length);
    expect(pages).toEqual(expect.arrayContaining(way));
  });
});

test('staff stay among the pages for staff until they leave the desk', () => {
  const above = (address: string) => pageAbove(address);

  expect(above(addressOf('live', { batchId: 'b1' }))).toBe(addressOf('staff', {}));
  expect(above(addressOf('staffSection', { batchId: 'b1', sectionId: 'b1-0002' }))).toBe(
    addressOf('live', { batchId: 'b1' }),
  );
  expect(above(addressOf('staffSection', { sectionId: 'b1-0002' }))).toBe(addressOf('staff', {}));
  expect(above(addressOf('staffLesson', LESSON))).toBe(addressOf('attendance', {}));
  expect(above(addressOf('noShows', {}))).toBe(addressOf('attendance', {}));
  expect(above(addressOf('poster', { batchId: 'b1' }))).toBe(addressOf('live', { batchId: 'b1' }));
  expect(above(addressOf('rehearsal', { batchId: 'd1', draftId: 'd1' }))).toBe(
    '/packages/staff/draft/index?draftId=d1&step=2',
  );
});

test('a code that leads to a class goes back to the batch of that class', () => {
  expect(pageAbove('pages/section/index?scene=hg.ab', { batchId: 'b1' })).toBe(addressOf('batch', { batchId: 'b1' }));
});

const word = fc.string({ minLength: 1, maxLength: 12 });
test('an address says all of its parameters again, whatever signs are in them', () => {
  fc.assert(
    fc.property(word, word, (batchId, sectionId) => {
      expect(read(addressOf('section', { batchId, sectionId })).values).toEqual({ batchId, sectionId });
    }),
  );
});

test('one page is one page: in the address bar, in another order, at another step', () => {
  expect(samePage('#/pages/section/index?batchId=b1&sectionId=s1', 'pages/section/index?sectionId=s1&batchId=b1')).toBe(
    true,
  );
  expect(samePage('/packages/staff/draft/index?draftId=d1', 'packages/staff/draft/index?draftId=d1&step=2')).toBe(true);
  expect(samePage('/pages/batch/index?batchId=b1', '/pages/batch/index?batchId=b2')).toBe(false);
  expect(samePage('/pages/batch/index', '/pages/section/index')).toBe(false);
});

test('the way up goes to the batch or the draft that the address names, and else to where these are listed', () => {
  const above = (address: string) => pageAbove(address);

  expect(above(addressOf('answer', { batchId: 'b', sectionId: 's' }))).toBe(addressOf('batch', { batchId: 'b' }));
  expect(above(pathOf('answer'))).toBe(addressOf('home', {}));
  expect(above(`${pathOf('profile')}?batchId=b`)).toBe(addressOf('batch', { batchId: 'b' }));
  expect(above(pathOf('profile'))).toBe(addressOf('me', {}));
  expect(above(`${pathOf('rehearsal')}?draftId=d`)).toBe(addressOf('draft', { draftId: 'd', step: 2 }));
  expect(above(`${pathOf('rehearsal')}?batchId=b`)).toBe(addressOf('live', { batchId: 'b' }));
  expect(above(pathOf('rehearsal'))).toBe(addressOf('staff', {}));
});

test('an address that is no page of ours leads home and belongs nowhere', () => {
  expect([pageAbove('pages/nowhere'), isTab('pages/nowhere'), groupOf('pages/nowhere')]).toEqual([
    addressOf('home', {}),
    false,
    undefined,
  ]);
});

test('a parameter without a value is not written, and one that is missing is not read', () => {
  expect(queryOf('section', { batchId: '', sectionId: 's', scene: undefined } as never)).toBe('sectionId=s');
  expect(read('pages/batch/index?&batchId=b&').values).toEqual({ batchId: 'b' });
});

test('the picture of a code is named by what it is', () => {
  expect([picturePath('t', 'image/png'), picturePath('t', 'image/jpeg')]).toEqual(['codes/t.png', 'codes/t.jpg']);
});
