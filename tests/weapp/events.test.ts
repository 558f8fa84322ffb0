import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textOf } from './built';

const SRC = join(__dirname, '../../src');
const sources = (readdirSync(SRC, { recursive: true }) as string[])
  .filter(name => name.endsWith('.tsx') && !name.endsWith('.h5.tsx'))
  .map(name => readFileSync(join(SRC, name), 'utf8'));
const listened = (pattern: RegExp) => [
  ...new Set(sources.flatMap(text => [...text.matchAll(pattern)].map(([, event]) => event!.toLowerCase()))),
];

test('events of a page that nobody listens to are not registered: WeChat would send every scroll', () => {
  const { hooks } = jest.requireActual<{ hooks: { call(name: string): { page: string[][] } } }>('@tarojs/shared');
  jest.requireActual('../../config/mini-program/runtime');

  const registered = hooks.call('getMiniLifecycleImpl').page[5]!;

  const PAGE = /\buse(PullDownRefresh|ReachBottom|PageScroll|Resize|TabItemTap|AddToFavorites|SaveExitState)\(/g;
  expect(registered.map(event => event.toLowerCase())).toEqual(listened(PAGE).map(event => `on${event}`));
});

test('touches and steps of an animation that nobody listens to are not bound: WeChat would send each', () => {
  const OFTEN = 'Touch(?:Start|Move|End|Cancel)|Long(?:Tap|Press)|Animation(?:Start|Iteration|End)|Transition(?:End)?';

  const bound = [...new Set(textOf('base.wxml').match(new RegExp(`bind(?:${OFTEN})(?==)`, 'gi')))];

  expect(bound.map(event => event.slice(4).toLowerCase())).toEqual(listened(new RegExp(`\\son(${OFTEN})=`, 'gi')));
  expect(textOf('base.wxml')).toMatch(/="eh"/);
});
