import { parseWxml, type Tag } from '../../player/screen/wxml';

const valueOf = (text: string, scope: object): unknown => {
  const [tag] = parseWxml(`<view a="${text}" />`).root.children as [Tag];
  return tag.attributes.get('a')!(scope as Record<string, unknown>);
};

test.each([
  ['plain', {}, 'plain'],
  ['{{i.cl}}', { i: { cl: 'card' } }, 'card'],
  ["{{i.p8||'none'}}", { i: {} }, 'none'],
  ["{{i.p8||'none'}}", { i: { p8: 'pressed' } }, 'pressed'],
  // A name that the scope does not have is undefined, as in WeChat, and no error.
  ['{{i.p8||en}}', { i: {} }, undefined],
  ['{{xs.b(i.p1,!1)}}', { i: { p1: 0 }, xs: { b: (a: unknown, b: unknown) => a ?? b } }, 0],
  ['{{i.uid||i.sid}}', { i: { sid: '_A' } }, '_A'],
  ['{{i.p12||[0,0]}}', { i: {} }, [0, 0]],
  ["{{i.nn === '9'}}", { i: { nn: '9' } }, true],
  ['no {{n}} of {{all}}', { n: 1, all: 2 }, 'no 1 of 2'],
  ["{{'in a text: i.x'}}", {}, 'in a text: i.x'],
])('%s', (text, scope, value) => {
  expect(valueOf(text, scope)).toEqual(value);
});

test('templates, imports and scripts stand apart; what is drawn is a tree', () => {
  const file = parseWxml(`
    <import src="../base.wxml"/>
    <wxs module="xs" src="./utils.wxs" />
    <template name="row"><view class="row"><text>{{i.v}}</text></view></template>
    <template is="row" data="{{i:item,c:c+1}}" wx:for="{{root.cn}}" wx:key="sid" />`);

  expect(file.imports).toEqual(['../base.wxml']);
  expect(file.scripts).toEqual([{ module: 'xs', src: './utils.wxs' }]);
  const [view] = file.templates.get('row')!.children as [Tag];
  expect(view.name).toBe('view');
  const [text] = view.children as [Tag];
  expect((text.children[0] as (scope: object) => unknown)({ i: { v: '古琴' } })).toBe('古琴');
  const [use] = file.root.children as [Tag];
  expect(use.attributes.get('data')!({ item: 7, c: 1 })).toEqual({ i: 7, c: 2 });
});
