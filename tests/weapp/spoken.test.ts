import { parseSync, traverse, types as t } from '@babel/core';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textOf } from './built';

const SRC = join(__dirname, '../../src');
const ATTRIBUTES: Record<string, string> = { role: 'aria-role', live: 'aria-live', label: 'aria-label' };
const attributeOf = (name: string) => ATTRIBUTES[name] ?? `aria-${name}`;
/** Properties for which WeChat has no word, so `told` leaves them out there. */
const BROWSERS = ['aria-modal', 'aria-scrolls', 'aria-pressed', 'aria-level'];

/** The components of Taro that the app speaks through, with the attributes that it gives them: `told({ … })`. */
function spoken(): Map<string, Set<string>> {
  const all = new Map<string, Set<string>>();
  for (const name of readdirSync(SRC, { recursive: true }) as string[]) {
    if (!name.endsWith('.tsx') || name.endsWith('.h5.tsx')) continue;
    const ast = parseSync(readFileSync(join(SRC, name), 'utf8'), {
      configFile: false,
      babelrc: false,
      filename: name,
      presets: ['@babel/preset-typescript'],
      parserOpts: { plugins: ['jsx'] },
    });
    const taros = new Set<string>();
    traverse(ast!, {
      ImportDeclaration({ node }) {
        if (node.source.value === '@tarojs/components') node.specifiers.forEach(one => taros.add(one.local.name));
      },
      JSXOpeningElement({ node }) {
        if (!t.isJSXIdentifier(node.name) || !taros.has(node.name.name)) return;
        const found = all.get(node.name.name) ?? new Set();
        all.set(node.name.name, found);
        for (const one of node.attributes) {
          if (!t.isJSXSpreadAttribute(one) || !t.isCallExpression(one.argument)) continue;
          const [told] = one.argument.arguments;
          if (!t.isIdentifier(one.argument.callee, { name: 'told' }) || !t.isObjectExpression(told)) continue;
          for (const part of told.properties)
            if (t.isObjectProperty(part) && t.isIdentifier(part.key)) found.add(attributeOf(part.key.name));
        }
      },
    });
  }
  return all;
}

const wxml = textOf('base.wxml');
const tagOf = (component: string) => component.replace(/[A-Z]/g, (one, at) => (at ? '-' : '') + one.toLowerCase());

const BARE = /^<view style=/;

test('whatever is said to a screen reader reaches the WXML', () => {
  const silent = [...spoken()].flatMap(([component, attributes]) => {
    // Taro takes a bare tag for what has only a style and a class.
    const tags = (wxml.match(new RegExp(`<${tagOf(component)} [^>]*>`, 'g')) ?? []).filter(tag => !BARE.test(tag));
    return [...attributes]
      .filter(one => !BROWSERS.includes(one) && !tags.every(tag => tag.includes(` ${one}=`)))
      .map(one => `${component} ${one}`);
  });

  expect([...(spoken().get('Input') ?? [])]).toContain('aria-label');
  expect(silent).toEqual([]);
});
