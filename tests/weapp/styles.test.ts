import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import postcss, { type AtRule, type Rule } from 'postcss';
import theme from '../../src/theme.json';
import { built, textOf } from './built';

const sheets = built('.wxss').map(name => ({ name, root: postcss.parse(textOf(name)) }));

/** Selectors that only a browser knows: its elements, Taro's tags and classes there, the keyboard's focus. */
const BROWSERS = /(^|[\s>+~,(])(html|body|\*|taro-[\w-]+)|:root|:focus|#app|\.(taro|weui)[-_]|\.bar\b/;

test('styles for a browser are not in the mini-program', () => {
  const strange = sheets.flatMap(({ name, root }) => {
    const found: string[] = [];
    root.walkRules(rule => {
      // Rules inside @keyframes have percentages for selectors.
      if (BROWSERS.test(rule.selector)) found.push(`${name}: ${rule.selector}`);
    });
    root.walkAtRules('media', rule => {
      if (/print|hover/.test(rule.params)) found.push(`${name}: @media ${rule.params}`);
    });
    return found;
  });

  expect(sheets.length).toBeGreaterThan(20);
  expect(strange).toEqual([]);
});

test('styles for the mini-program alone are in it', () => {
  const columns = sheets.flatMap(({ root }) => root.nodes).map(String);

  expect(columns.find(rule => rule.startsWith('.hg{--column'))).toBeDefined();
});

test('whatever the app draws has its padding within its width', () => {
  const src = join(__dirname, '../../src');
  const pages = (readdirSync(src, { recursive: true }) as string[]).filter(name => name.endsWith('.tsx'));
  const imported = pages
    .flatMap(
      name => /import \{([^}]+)\} from '@tarojs\/components'/.exec(readFileSync(join(src, name), 'utf8'))?.[1] ?? [],
    )
    .flatMap(names => names.split(','))
    .map(name =>
      name
        .trim()
        .replace(/(?<=[a-z])[A-Z]/g, '-$&')
        .toLowerCase(),
    );
  // It covers the window and has no padding.
  const used = new Set(imported.filter(name => name !== '' && name !== 'page-container'));
  const rules = shared()
    .flatMap(root => root.nodes)
    .filter(node => node.type === 'rule');
  const boxes = rules.filter(rule => String(rule).includes('box-sizing:border-box'));

  expect(used.size).toBeGreaterThan(6);
  expect([...used].filter(tag => !boxes.some(rule => rule.selectors.includes(tag)))).toEqual([]);
});

test('a pixel is a pixel: nothing grows with the width of the screen', () => {
  expect(sheets.filter(({ root }) => /\d(rpx|rem)\b/.test(root.toString())).map(({ name }) => name)).toEqual([]);
});

/** The sheets that every page has, in the order in which they take effect. */
const shared = (): ReturnType<typeof postcss.parse>[] => {
  const app = sheets.find(({ name }) => name === 'app.wxss')!.root;
  const imported: string[] = [];
  app.walkAtRules('import', rule => void imported.push(rule.params.replace(/^["']\.\/|["']$/g, '')));
  return [...imported.map(name => sheets.find(one => one.name === name)!.root), app];
};

/** The value that a property of `page` has in the end, under a theme. */
function ofPage(property: string, dark: boolean): string | undefined {
  let value: string | undefined;
  for (const root of [...shared(), ...sheets.filter(({ name }) => name.includes('/')).map(one => one.root)])
    root.walkDecls(property, declaration => {
      const rule = declaration.parent as Rule;
      const media = rule.parent?.type === 'atrule' ? (rule.parent as AtRule).params : '';
      if (!rule.selectors.includes('page')) return;
      if (media === '' || media.includes(`prefers-color-scheme:${dark ? 'dark' : 'light'}`)) value = declaration.value;
    });
  return value;
}

test.each([
  ['by day', false, theme.light.background],
  ['by night', true, theme.dark.background],
])('the ground behind the pages is that of the theme, %s', (_when, dark, ground) => {
  expect(ofPage('background', dark)).toBe(ground.toLowerCase());
});

test('a short page covers its window', () => {
  const heights = shared().flatMap(root => {
    const found: string[] = [];
    root.walkDecls('min-height', one => {
      if ((one.parent as Rule).selector === '.hg') found.push(one.value);
    });
    return found;
  });

  expect(heights).toEqual(['100vh']);
});
