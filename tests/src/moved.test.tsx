import { movedTo } from '../../src/moved';

test('an old address leads to where the page is now, with all that it said', () => {
  expect(movedTo('pages/mine/class/index', { sectionId: 'yc-running-07' })).toBe(
    '/packages/me/class/index?sectionId=yc-running-07',
  );
  expect(movedTo('/pages/invite/index', { code: '7K3MP QX9TA', $taroTimestamp: 1 })).toBe(
    '/packages/me/invite/index?code=7K3MP%20QX9TA',
  );
  expect(movedTo('pages/mine/absences/index')).toBe('/packages/me/absences/index');
});

test('an address that never was one leads home', () => {
  expect(movedTo('pages/nothing/index', { a: '1' })).toBe('/pages/home/index');
});
