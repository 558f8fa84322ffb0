import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import TerserPlugin from 'terser-webpack-plugin';
import webpack, { type Compiler, type WebpackPluginInstance } from 'webpack';
import FreshCopies from '../../config/mini-program/fresh-copies';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'copies-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/** Copies the output into a subpackage as Taro's MiniSplitChunksPlugin does: an object that adds nothing to a hash. */
class CopiedAsTaroDoes implements WebpackPluginInstance {
  apply(compiler: Compiler) {
    const stage = compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_ANALYSE;
    compiler.hooks.thisCompilation.tap('Copied', compilation =>
      compilation.hooks.processAssets.tap({ name: 'Copied', stage }, assets => {
        const original = assets['main.js'];
        if (!original) return;
        const copy = {
          size: () => original.size(),
          source: () => original.source(),
          updateHash: () => original.updateHash,
        };
        assets['copy.js'] = {
          ...copy,
          buffer: () => original.buffer(),
          map: () => null,
          sourceAndMap: () => original.sourceAndMap(),
        } as never;
      }),
    );
  }
}

/** One build with the cache on the disk; gives the copy. */
async function copyOf(text: string, plugins: WebpackPluginInstance[]): Promise<string> {
  writeFileSync(join(folder, 'main.js'), text);
  const compiler = webpack({
    mode: 'production',
    context: folder,
    entry: join(folder, 'main.js'),
    output: { path: join(folder, 'dist') },
    cache: { type: 'filesystem', cacheDirectory: join(folder, 'cache') },
    optimization: { minimizer: [new TerserPlugin({ parallel: false })] },
    plugins: [new CopiedAsTaroDoes(), ...plugins],
  });
  await new Promise<void>((done, fail) =>
    compiler.run((error, stats) => {
      if (error || stats?.hasErrors()) fail(error ?? new Error(stats?.toString()));
      else done();
    }),
  );
  await new Promise(closed => compiler.close(closed));
  return readFileSync(join(folder, 'dist/copy.js'), 'utf8');
}

async function copyAfterAnEdit(plugins: WebpackPluginInstance[]): Promise<string> {
  await copyOf('console.log("before");', plugins);
  return copyOf('console.log("after!");', plugins);
}

test('a build that kept something ships what was edited, also in what subpackages share', async () => {
  expect(await copyAfterAnEdit([new FreshCopies()])).toContain('after!');
});

test('control: without the plugin the minifier answers what it kept of the copy', async () => {
  expect(await copyAfterAnEdit([])).toContain('before');
});
