import fc from 'fast-check';
import { addressOf, isTab, pageAbove, paths, read, samePage } from '../../../../src/app/way/routes';

// What Taro's compiler wraps around the configuration is nothing but its argument.
(globalThis as { defineAppConfig?: <T>(config: T) => T }).defineAppConfig = config => config;
const config = (jest.requireActual('../../../../src/app.config') as { default: AppConfig }).default;

interface AppConfig {
  pages: string[];
  subPackages: { root: string; pages: string[] }[];
  tabBar: { list: { pagePath: string }[] };
}
const pages = [
  ...config.pages,
  ...config.subPackages.flatMap(({ root, pages }) => pages.map(page => `${root}/${page}`)),
];
const LESSON = { sectionId: 'b1-0002', lessonIndex: 3 };

test('the table has every page of the app, and no other', () => {
  expect(paths().sort()).toEqual(pages.sort());
  expect(pages.filter(isTab)).toEqual(config.tabBar.list.map(one => one.pagePath).sort());
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
