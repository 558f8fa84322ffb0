import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readPng, writePng } from '../../scripts/pictures/png';
import { shrink } from '../../scripts/pictures/palette';
import { SCENES } from '../../scripts/pictures/scenes';

/** Every picture that README and docs/ show is there, has a scene that renews it, and none lies about. */
const ROOT = join(__dirname, '../..');
const DOCS = join(ROOT, 'docs');
const PICTURES = join(DOCS, 'pictures');
const MOST_BYTES = 4 * 1024 * 1024;

const texts = [
  join(ROOT, 'README.md'),
  ...readdirSync(DOCS)
    .filter(name => name.endsWith('.md'))
    .map(name => join(DOCS, name)),
];
const shown = new Set(
  texts.flatMap(file => [...readFileSync(file, 'utf8').matchAll(/pictures\/([\w-]+)\.png/g)].map(found => found[1]!)),
);
const there = readdirSync(PICTURES).map(name => name.replace(/\.png$/, ''));
const scenes = SCENES.map(scene => scene.name);

test('what is shown is there', () => {
  expect([...shown].filter(name => !there.includes(name))).toEqual([]);
});

test('what is there is shown, and a scene renews it', () => {
  expect(there.filter(name => !shown.has(name))).toEqual([]);
  expect(there.filter(name => !scenes.includes(name))).toEqual([]);
});

test('each scene has a name of its own and its picture', () => {
  expect(new Set(scenes).size).toBe(scenes.length);
  expect(scenes.filter(name => !there.includes(name))).toEqual([]);
});

test('all of them are small enough for a repository', () => {
  const bytes = there.map(name => statSync(join(PICTURES, `${name}.png`)).size);
  expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThan(MOST_BYTES);
});

describe('a picture of few colours', () => {
  /** Two hundred colours that a palette can hold as they are. */
  const palette = Uint8Array.from({ length: 600 }, (_, i) => (i % 3 === 0 ? i / 3 : i % 3 === 1 ? 255 - i / 3 : 128));
  const numbers = Uint8Array.from({ length: 40 * 30 }, (_, i) => (i * 7) % 200);
  const few = writePng(40, 30, palette, numbers);

  test('is a palette and one byte a pixel', () => {
    expect(few.subarray(24, 26)).toEqual(Buffer.from([8, 3]));
    expect(few.toString('latin1')).toContain('PLTE');
  });

  test('is not read again as a screenshot, nor is something else', () => {
    expect(() => readPng(few)).toThrow('another kind');
    expect(() => shrink(Buffer.from('a photo'))).toThrow('no PNG');
  });
});
