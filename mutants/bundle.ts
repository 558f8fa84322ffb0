import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build, type Plugin } from 'esbuild';

/**
 * Loads instrumented code instead of a source, and tells a test its own folder. Nothing is mocked, so what jest calls
 * the actual module is the module.
 */
const instead = (root: string, instrumented: ReadonlyMap<string, string>): Plugin => ({
  name: 'mutants',
  setup(bundling) {
    bundling.onLoad({ filter: /\.tsx?$/ }, ({ path }) => {
      const code = instrumented.get(relative(root, path)) ?? readFileSync(path, 'utf8');
      const where = /\b__dirname\b/.test(code) ? `const __dirname = ${JSON.stringify(dirname(path))};` : '';
      return { contents: where + code.replace(/\bjest\.requireActual\(/g, 'require('), loader: 'ts' };
    });
  },
});

/** Makes one bundle for each test file, with the sources that it needs. Returns where each is. */
export async function bundleTests(
  root: string,
  tests: readonly string[],
  instrumented: ReadonlyMap<string, string>,
  into: string,
): Promise<Map<string, string>> {
  mkdirSync(into, { recursive: true });
  await build({
    entryPoints: Object.fromEntries(tests.map(test => [test, join(root, test)])),
    outdir: into,
    absWorkingDir: root,
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'warning',
    plugins: [instead(root, instrumented)],
  });
  return new Map(tests.map(test => [test, join(into, `${test}.js`)]));
}
