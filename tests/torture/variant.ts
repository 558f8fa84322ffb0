import { build, type Plugin } from 'esbuild';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const OUTSIDE = ['lmdb', 'wx-server-sdk', 'esbuild', 'playwright-core'];

/** A fault put into the shipped code: in this file, this text, replaced by that. */
export interface Seed {
  file: string;
  replace: string;
  by: string;
}

export interface Built {
  emulator: string;
  instance: string;
  functions: string;
  remove(): void;
}

/** The product as it is built, or with a fault seeded into it. A seed that finds no place to fall on fails the test. */
export async function builtWith(seed?: Seed): Promise<Built> {
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  const folder = mkdtempSync(join(ROOT, '.cache/variant-'));
  const functions = join(folder, 'functions');
  const tools = join(folder, 'tools');
  cpSync(join(ROOT, 'dist/functions'), functions, { recursive: true });
  cpSync(join(ROOT, 'dist/tools'), tools, { recursive: true, filter: name => !name.endsWith('.map') });
  if (seed) {
    const inEmulator = seed.file.startsWith('emulator/');
    const entries = inEmulator
      ? { emulator: 'emulator/cli.ts' }
      : Object.fromEntries(
          ['line', 'app', 'desk', 'nightly'].map(fn => [`${fn}/index`, `cloudfunctions/${fn}/index.ts`]),
        );
    await build({
      entryPoints: Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, join(ROOT, file)])),
      outdir: inEmulator ? tools : functions,
      absWorkingDir: ROOT,
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      minify: !inEmulator,
      keepNames: true,
      external: inEmulator ? OUTSIDE : [],
      plugins: [sow(seed)],
      logLevel: 'warning',
    });
  }
  return {
    emulator: join(tools, 'emulator.js'),
    instance: join(tools, 'instance.js'),
    functions,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

const sow = ({ file, replace, by }: Seed): Plugin => ({
  name: 'seed',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      if (path !== join(ROOT, file)) return undefined;
      const text = readFileSync(path, 'utf8');
      if (!text.includes(replace)) throw new Error(`${file} no longer holds "${replace}"`);
      return { contents: text.replace(replace, by), loader: 'ts' };
    });
  },
});
