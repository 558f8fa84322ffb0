import { build } from 'esbuild';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { CATEGORIES } from '../../domain/model';

/** What a canvas draws of our SVG is what a browser shows of it: a phone's canvas may know no SVG at all. */
const ENTRY = `
  import { drawSvg } from './src/ui/drawing/draw-svg';
  import { dataUri } from './src/ui/data-uri';
  import { motifSvg } from './src/ui/motifs/motif';
  import { wallSvg } from './src/ui/motifs/wall';
  Object.assign(window, { drawSvg, motifSvg, dataUri, wallSvg });
`;
interface Tools {
  drawSvg(ctx: CanvasRenderingContext2D, svg: string, at: object): void;
  motifSvg(category: string, how: object): string;
  wallSvg(categories: readonly string[], theme: string, lit: () => boolean): string;
  dataUri(svg: string): string;
}
const SIZE = 240;

let browser: Browser;
let page: Page;
beforeAll(async () => {
  const { outputFiles } = await build({
    stdin: { contents: ENTRY, resolveDir: join(__dirname, '../..') },
    bundle: true,
    write: false,
  });
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  });
  page = await browser.newPage();
  await page.addScriptTag({ content: outputFiles[0]!.text });
}, 60_000);
afterAll(() => browser?.close());

/** The share of the pixels that differ by more than an edge’s smoothing does. */
const differing = (category: string | null, mode: string, categories: readonly string[]): Promise<number> =>
  page.evaluate(
    async ({ category, mode, categories, SIZE }) => {
      const { drawSvg, motifSvg, wallSvg, dataUri } = window as unknown as Tools;
      const svg = category
        ? motifSvg(category, { theme: 'light', mode, size: SIZE })
        : wallSvg(categories, 'light', () => true);
      const width = category ? SIZE : 670;
      const height = category ? SIZE : 296;
      const surface = () => {
        const canvas = Object.assign(document.createElement('canvas'), { width, height });
        return canvas.getContext('2d')!;
      };
      const [ours, theirs] = [surface(), surface()];
      drawSvg(ours, svg, { x: 0, y: 0, width, height });
      const image = new Image();
      image.src = dataUri(svg);
      await image.decode();
      theirs.drawImage(image, 0, 0, width, height);
      const [a, b] = [ours, theirs].map(one => one.getImageData(0, 0, width, height).data) as [
        Uint8ClampedArray,
        Uint8ClampedArray,
      ];
      let wrong = 0;
      for (let i = 0; i < a.length; i += 4) if ([0, 1, 2, 3].some(k => Math.abs(a[i + k]! - b[i + k]!) > 96)) wrong++;
      return wrong / (a.length / 4);
    },
    { category, mode, categories, SIZE },
  );

test.each(CATEGORIES.flatMap(category => ['tile', 'lit', 'dim'].map(mode => [category, mode] as const)))(
  '%s, %s',
  async (category, mode) => {
    expect(await differing(category, mode, [])).toBeLessThan(0.004);
  },
);

test('the wall with all its windows', async () => {
  expect(await differing(null, 'lit', CATEGORIES)).toBeLessThan(0.006);
});

test('the measure would show it: another motif differs in a good part', async () => {
  const apart = await page.evaluate(
    ({ SIZE }) => {
      const { drawSvg, motifSvg } = window as unknown as Tools;
      const drawn = (category: string) => {
        const canvas = Object.assign(document.createElement('canvas'), { width: SIZE, height: SIZE });
        const ctx = canvas.getContext('2d')!;
        const svg = motifSvg(category, { theme: 'light', mode: 'tile', size: SIZE });
        drawSvg(ctx, svg, { x: 0, y: 0, width: SIZE, height: SIZE });
        return ctx.getImageData(0, 0, SIZE, SIZE).data;
      };
      const [a, b] = [drawn('tea'), drawn('guqin')];
      let wrong = 0;
      for (let i = 0; i < a.length; i += 4) if ([0, 1, 2, 3].some(k => Math.abs(a[i + k]! - b[i + k]!) > 96)) wrong++;
      return wrong / (a.length / 4);
    },
    { SIZE },
  );
  expect(apart).toBeGreaterThan(0.1);
});
