/**
 * node scripts/check-weapp.mjs [--compile]
 *
 * Measures the packages of dist/weapp against WeChat's limits and ours. With --compile it is also compiled offline by
 * miniprogram-ci in strict settings, which finds bad WXML, JS and WXSS, missing pages and icons; a broken copy must be
 * refused too, so that this check is known to be able to fail.
 */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { install, stop } from './ready.mjs';
import { ROOT } from './stale.mjs';
import { LIMITS, packagesOf } from './weapp-packages.mjs';

const WEAPP = join(ROOT, 'dist/weapp');
/** The settings of an upload (scripts/upload). They are strict, so that bad WXML, JS and WXSS are found. */
const SETTING = JSON.parse(readFileSync(join(ROOT, 'scripts/weapp-setting.json'), 'utf8'));
const KB = 1024;

function checkSizes() {
  const bytes = Object.fromEntries(Object.entries(packagesOf(WEAPP)).map(([name, one]) => [name, one.bytes]));
  const total = Object.values(bytes).reduce((sum, size) => sum + size, 0);
  const words = Object.entries(bytes).map(([name, size]) => `${name} ${(size / KB).toFixed(0)} KB`);
  console.log(`weapp: ${words.join(', ')}`);
  for (const [name, size] of Object.entries(bytes)) {
    const limit = name === 'main' ? LIMITS.main : LIMITS.package;
    if (size > limit) stop(`weapp: package "${name}" has ${size} bytes, more than the ${limit} allowed.`);
  }
  if (total > LIMITS.total) stop(`weapp: all packages have ${total} bytes, more than the ${LIMITS.total} allowed.`);
}

async function compile(folder) {
  const ci = createRequire(join(ROOT, 'scripts/weapp-check/package.json'))('miniprogram-ci');
  const project = new ci.Project({
    appid: 'wx0000000000000000',
    type: 'miniProgram',
    projectPath: folder,
    privateKey: 'none: nothing is uploaded',
    ignores: ['node_modules/**/*'],
  });
  project.attr = async () => ci.DefaultProjectAttr; // asked of WeChat's server otherwise
  return ci.getCompiledResult({ project, version: '0.0.0', setting: SETTING, onProgressUpdate: () => {} });
}

/**
 * The compiler must refuse a page whose WXML is broken. If it does not, its verdict on the sound build is worth
 * nothing.
 */
async function mustRefuse() {
  const folder = mkdtempSync(join(tmpdir(), 'weapp-'));
  try {
    cpSync(WEAPP, folder, { recursive: true });
    const page = JSON.parse(readFileSync(join(folder, 'app.json'), 'utf8')).pages[0];
    writeFileSync(join(folder, `${page}.wxml`), '<view><text></view>');
    const refused = await compile(folder).then(
      () => false,
      () => true,
    );
    if (!refused) stop('weapp: the compiler took a broken page; its settings check nothing.');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (!existsSync(join(WEAPP, 'app.json'))) stop('There is no dist/weapp yet: npm run build:weapp makes it.');
checkSizes();
if (process.argv.includes('--compile')) {
  install('scripts/weapp-check', 'Installing miniprogram-ci (once) …');
  const files = await compile(WEAPP).catch(error =>
    stop(`weapp: WeChat's compiler refuses the build.\n${error.message}`),
  );
  await mustRefuse();
  console.log(
    `weapp: compiled offline by miniprogram-ci, ${Object.keys(files).length} files; a broken page is refused`,
  );
  process.exit(0); // otherwise the compiler's worker pool would keep the process alive
}
