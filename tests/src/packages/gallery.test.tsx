import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { act, fireEvent, render, screen } from '@testing-library/react';
import type { AxeResults } from 'axe-core';
import Gallery from '../../../src/packages/gallery/index';

interface AppConfig {
  subPackages: { root: string }[];
}

/** Names and roles of every part. Colours and sizes are judged in a browser (tests/e2e/accessible.test.ts). */
async function wrongOn(): Promise<string[]> {
  const { axe } = window as unknown as { axe: { run: (where: Element, options: object) => Promise<AxeResults> } };
  const { violations } = await axe.run(document.body, {
    resultTypes: ['violations'],
    rules: { 'color-contrast': { enabled: false }, 'label-content-name-mismatch': { enabled: false } },
  });
  return violations
    .filter(one => one.impact === 'serious' || one.impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html.slice(0, 120)).join(' | ')}`);
}

beforeAll(() => window.eval(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')));

test('every part of the kit has its name and its role, in every state', async () => {
  render(<Gallery />);

  expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1);
  expect(await wrongOn()).toEqual([]);
  for (const over of ['sheet', 'act', 'cast']) {
    fireEvent.click(screen.getByTestId(`show-${over}`));
    expect(screen.getByRole('dialog')).toBeTruthy();
    expect(await wrongOn()).toEqual([]);
    act(() => void fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' }));
  }
});

test('axe sees a part without a name', async () => {
  render(<input />);

  expect((await wrongOn()).map(one => one.split(':')[0])).toEqual(['label']);
});

test('the gallery shows every part that the kit has', () => {
  const UI = join(__dirname, '../../../src/ui');
  const shown = readFileSync(join(__dirname, '../../../src/packages/gallery/index.tsx'), 'utf8');
  const parts = readdirSync(UI).flatMap(name => /^([a-z-]+)(?:\.h5)?\.tsx$/.exec(name)?.[1] ?? []);
  /** Parts of other parts, and what draws a picture that somebody else has made. */
  const WITHIN = ['field-frame', 'first-few', 'icon', 'picture', 'shared-drawings', 'tap'];

  expect(parts.length).toBeGreaterThan(25);
  expect(parts.filter(part => !WITHIN.includes(part) && !shown.includes(`/ui/${part}'`))).toEqual([]);
});

test.each([
  ['h5', undefined, true],
  ['h5', '0', false],
  ['weapp', undefined, false],
])('an app for %s with HG_LOCAL=%s has the gallery: %s', (target, local, has) => {
  const before = { ...process.env };
  Object.assign(process.env, { TARO_ENV: target });
  if (local === undefined) delete process.env.HG_LOCAL;
  else process.env.HG_LOCAL = local;
  (globalThis as { defineAppConfig?: (config: AppConfig) => AppConfig }).defineAppConfig = config => config;
  let config: AppConfig | undefined;
  jest.isolateModules(() => {
    config = (jest.requireActual('../../../src/app.config') as { default: AppConfig }).default;
  });
  process.env = before;

  expect(config!.subPackages.some(({ root }) => root === 'packages/gallery')).toBe(has);
});
