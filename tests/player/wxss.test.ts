import { toCss, toLength, type Theme } from '../../player/screen/wxss';

const css = (files: Record<string, string>, theme: Theme = 'light') =>
  toCss(async path => files[path] ?? '', 'app.wxss', theme);

test.each([
  ['page{a:b}', 'body{a:b}'],
  ['view,scroll-view{a:b}', 'wx-view,wx-scroll-view{a:b}'],
  ['.card view+text{a:b}', '.card wx-view+wx-text{a:b}'],
  ['page .page{a:b}', 'body .page{a:b}'],
  ['.a:not(view){a:b}', '.a:not(wx-view){a:b}'],
  ['.row[role=button]:nth-child(odd){a:b}', '.row[role=button]:nth-child(odd){a:b}'],
  ['@keyframes turn{from{a:b}to{a:c}}', '@keyframes turn{from{a:b}to{a:c}}'],
])('%s', async (wxss, wanted) => {
  expect(await css({ 'app.wxss': wxss })).toBe(wanted);
});

test('a file is taken in once, before what imports it', async () => {
  const files = {
    'app.wxss': '@import "./base.wxss";@import "parts/row.wxss";.app{a:b}',
    'base.wxss': '.base{a:b}',
    'parts/row.wxss': '@import "../base.wxss";.row{a:b}',
  };

  expect((await css(files)).split('\n').filter(Boolean)).toEqual(['.base{a:b}', '.row{a:b}', '.app{a:b}']);
});

test('the theme is the phone’s and not the browser’s', async () => {
  const files = { 'app.wxss': '@media (prefers-color-scheme:dark) and (min-width:600px){page{a:b}}' };

  expect(await css(files, 'dark')).toContain('@media (min-width: 0) and (min-width:600px)');
  expect(await css(files, 'light')).toContain('@media (max-width: 0) and (min-width:600px)');
});

test('lengths of a mini-program', () => {
  expect(toLength('0 -20rpx')).toBe('0 calc(-20 * 100vw / 750)');
  expect(toLength('max(16px,env(safe-area-inset-bottom))')).toBe('max(16px,var(--safe-bottom, 0px))');
});
