import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../dist/functions');
const bundles = readdirSync(ROOT, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(entry => [entry.name, readFileSync(join(ROOT, entry.name, 'index.js'), 'utf8')] as const);

test.each(bundles)('%s carries zod, but none of its translations, which make each instance start later', (_, text) => {
  expect(text).toContain('unrecognized_keys');
  // zod's Indonesian: there where a schema is made with `import { z }` in place of `import * as z`.
  expect(text).not.toContain('Input tidak valid');
});

test('the rehearsal is in the function that rehearses and in no other, without the command and its samples', () => {
  const rehearsing = bundles.filter(([, text]) => text.includes('A rehearsed claim is never told'));

  expect(rehearsing.map(([name]) => name)).toEqual(['desk']);
  expect(rehearsing[0]![1]).not.toMatch(/yongchuan-batch-1|parseArgs|child_process/);
});

test('our version of node-sdk is the one that wx-server-sdk brings along, so that no bundle has it twice', () => {
  const theirs = require.resolve('@cloudbase/node-sdk', { paths: [require.resolve('wx-server-sdk')] });

  expect(theirs).toBe(require.resolve('@cloudbase/node-sdk'));
  for (const [, text] of bundles) expect(text.split('setThrowOnCode:').length - 1).toBe(1);
});

test.each(bundles)('%s keeps the names of its functions: a stack in the log can be read', (_, text) => {
  expect(text).toMatch(/function defineFunction\(/);
});
