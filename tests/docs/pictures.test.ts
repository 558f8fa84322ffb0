import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { decode, encode } from 'fast-png';
import { Random } from '../../scripts/crowd/random';
import { buildSample } from '../../sample/sample';
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

test('a scene opens a page that there is, and a class and a batch that are in the sample', () => {
  const { sections, batches } = buildSample(Date.UTC(2026, 10, 30, 10, 52)).collections;
  const known = [...sections, ...batches].map(one => one._id);
  const addresses = SCENES.flatMap(({ path }) => (typeof path === 'string' ? [path] : []));
  const ids = (address: string) => [...address.matchAll(/(?:sectionId|batchId)=([^&]+)/g)].map(found => found[1]!);

  expect(addresses.filter(one => !existsSync(join(ROOT, 'src', `${one.replace(/\?.*/, '')}.tsx`)))).toEqual([]);
  expect(addresses.filter(one => ids(one).some(id => !known.includes(id)))).toEqual([]);
});

test('all of them are small enough for a repository', () => {
  const bytes = there.map(name => statSync(join(PICTURES, `${name}.png`)).size);
  expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThan(MOST_BYTES);
});

describe('a screenshot is made smaller', () => {
  /** 40 by 30 pixels, opaque, of so many colours that differ clearly. */
  const screenshot = (colours: number) => {
    const data = new Uint8Array(40 * 30 * 4).fill(255);
    for (let i = 0; i < 40 * 30; i++) {
      const colour = (i * 7) % colours;
      data.set([(colour % 16) * 16, Math.floor(colour / 16) * 16, 128], i * 4);
    }
    return { data, png: encode({ width: 40, height: 30, data, depth: 8, channels: 4 }) };
  };
  /** The red, green and blue of each pixel. */
  const seen = (png: Uint8Array) => {
    const { data, palette } = decode(png);
    return [...data].map(number => palette![number]!.slice(0, 3));
  };
  const meant = (data: Uint8Array) =>
    Array.from({ length: data.length / 4 }, (_, i) => [...data.slice(i * 4, i * 4 + 3)]);

  test('of few colours: each stays as it is, in a palette and one byte a pixel', () => {
    const { data, png } = screenshot(200);
    const small = shrink(png);

    expect(decode(small)).toMatchObject({ width: 40, height: 30, depth: 8, channels: 1 });
    expect(decode(small).palette).toHaveLength(200);
    expect(seen(small)).toEqual(meant(data));
  });

  test('of many colours: 256 of them are left, and each pixel has one that is near', () => {
    const random = new Random(1);
    const data = new Uint8Array(40 * 30 * 3).map(() => random.int(256));
    const small = shrink(encode({ width: 40, height: 30, data, depth: 8, channels: 3 }));

    expect(decode(small).palette).toHaveLength(256);
    const apart = seen(small)
      .flat()
      .map((channel, i) => Math.abs(channel - data[i]!));
    expect(apart.reduce((sum, one) => sum + one, 0) / apart.length).toBeLessThan(16);
  });

  test('what is no screenshot is refused', () => {
    expect(() => shrink(shrink(screenshot(20).png))).toThrow('another kind');
    expect(() => shrink(Buffer.from('a photo'))).toThrow('signature');
  });
});
