import { parseSync } from '@babel/core';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { built, textOf, WEAPP } from './built';

const app = JSON.parse(textOf('app.json')) as {
  sitemapLocation: string;
  requiredPrivateInfos?: string[];
  permission?: object;
};
const scripts = built('.js');

test('without the build flag no position is declared, nor asked for anywhere', () => {
  // Taro's own list of what WeChat offers names it without calling it.
  const calling = scripts.filter(name => /\.getLocation\(/.test(textOf(name)));

  expect(calling).toEqual([]);
  expect(app.requiredPrivateInfos).toBeUndefined();
  expect(app.permission).toBeUndefined();
  expect(scripts.filter(name => /附上位置|附上教室位置/.test(textOf(name)))).toEqual([]);
});

test('WeChat is told what it may show in its search, and finds the page that it names', () => {
  const { rules } = JSON.parse(textOf(app.sitemapLocation)) as { rules: { action: string; page: string }[] };

  expect(rules[rules.length - 1]).toEqual({ action: 'disallow', page: '*' });
  const allowed = rules.filter(({ action }) => action === 'allow').map(({ page }) => page);
  expect(allowed).toContain('pages/home/index');
  expect(allowed.filter(page => !existsSync(join(WEAPP, `${page}.js`)))).toEqual([]);
});

/** Syntax that phones from 2015 do not have. WeChat would translate it only for some base libraries. */
const NEWER =
  /^(ArrowFunction|Class|TemplateLiteral|Spread|ForOf|Await|Yield|Object(Pattern|Method)|ArrayPattern|Optional)/;
interface Node {
  type?: string;
  kind?: string;
  start?: number;
  shorthand?: boolean;
}
function* newerIn(node: unknown): Generator<Node> {
  if (typeof node !== 'object' || node === null) return;
  const { type = '', kind, shorthand } = node as Node;
  if (NEWER.test(type) || (type === 'VariableDeclaration' && kind !== 'var') || shorthand) yield node;
  for (const value of Object.values(node)) yield* newerIn(value);
}

test('every script has the syntax of old phones', () => {
  const newer = scripts.flatMap(name => {
    const text = textOf(name);
    const { program } = parseSync(text, { configFile: false, babelrc: false, sourceType: 'script' })!;
    return [...newerIn(program)].map(({ start = 0 }) => `${name}: ${text.slice(start, start + 60)}`);
  });

  expect(scripts.length).toBeGreaterThan(40);
  expect(newer).toEqual([]);
});
