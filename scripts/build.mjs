/**
 * node scripts/build.mjs [tools] [functions] [h5] [weapp] [player] [--force]
 *
 * tools      emulator and scripts  → dist/tools/*.js
 * functions  one self-contained bundle a cloud function → dist/functions/<name>/index.js, with its config.json
 * h5, weapp  the app, by Taro → dist/h5, dist/weapp
 * player     what plays dist/weapp in a browser → dist/player
 */
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ROOT, unlessFresh } from './stale.mjs';

const at = (...parts) => join(ROOT, ...parts);

/**
 * Entries of dist/tools: a name and its source file. Native packages, and packages that must find their own files,
 * are not bundled.
 */
const TOOLS = {
  emulator: 'emulator/cli.ts',
  instance: 'emulator/host/instance.ts',
  start: 'scripts/start/main.ts',
  crowd: 'scripts/crowd/main.ts',
  deploy: 'scripts/deploy/main.ts',
  doctor: 'scripts/deploy/doctor.ts',
  probe: 'scripts/probe/main.ts',
  upload: 'scripts/upload/main.ts',
  pictures: 'scripts/pictures/main.ts',
  torture: 'torture/main.ts',
  mutants: 'mutants/main.ts',
  'mutants-worker': 'mutants/worker.ts',
  rehearse: 'rehearse/main.ts',
  bench: 'bench/main.ts',
  'bench-screens': 'bench/screens/main.ts',
  'bench-weapp': 'bench/weapp/main.ts',
  'bench-years': 'bench/years/main.ts',
  'bench-load': 'bench/load/main.ts',
  'bench-bare': 'bench/servers/bare.ts',
  'bench-emulator': 'bench/servers/emulator.ts',
};
const OUTSIDE = [
  'lmdb',
  'wx-server-sdk',
  'esbuild',
  'playwright-core',
  '@babel/core',
  'expect',
  'jest-each',
  'jest-mock',
];

async function tools() {
  const { build } = await import('esbuild');
  const entryPoints = Object.fromEntries(Object.entries(TOOLS).filter(([, file]) => existsSync(at(file))));
  await build({
    entryPoints,
    outdir: at('dist/tools'),
    absWorkingDir: ROOT,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: OUTSIDE,
    sourcemap: 'linked',
    logLevel: 'warning',
  });
}

/** The player of the built mini-program: a script for each of its threads, the page that starts them, and a frame. */
async function player() {
  const { build } = await import('esbuild');
  await build({
    entryPoints: {
      app: at('player/logic/main.ts'),
      player: at('player/screen/main.ts'),
      desk: at('player/screen/desk.ts'),
    },
    outdir: at('dist/player'),
    absWorkingDir: ROOT,
    bundle: true,
    platform: 'browser',
    target: 'es2022',
    loader: { '.css': 'text' },
    sourcemap: 'linked',
    logLevel: 'warning',
  });
  for (const file of ['index.html', 'player.css', 'desk.html', 'desk.css'])
    copyFileSync(at('player/screen', file), at('dist/player', file));
}

/** A folder of cloudfunctions/ with an index.ts is a function. */
const functionNames = () =>
  readdirSync(at('cloudfunctions'), { withFileTypes: true })
    .filter(entry => entry.isDirectory() && existsSync(at('cloudfunctions', entry.name, 'index.ts')))
    .map(entry => entry.name);

async function functions() {
  const { build } = await import('esbuild');
  const names = functionNames();
  // Builds over the existing files, so that a process that hosts the folder meanwhile never sees it empty.
  for (const old of existsSync(at('dist/functions')) ? readdirSync(at('dist/functions')) : [])
    if (!names.includes(old)) rmSync(at('dist/functions', old), { recursive: true, force: true });
  await build({
    entryPoints: Object.fromEntries(names.map(name => [`${name}/index`, at('cloudfunctions', name, 'index.ts')])),
    outdir: at('dist/functions'),
    absWorkingDir: ROOT,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    minifyWhitespace: true,
    minifySyntax: true,
    logLevel: 'warning',
  });
  for (const name of names) {
    const config = at('cloudfunctions', name, 'config.json');
    if (existsSync(config)) copyFileSync(config, at('dist/functions', name, 'config.json'));
  }
  await declareDatabase(build);
}

/**
 * Writes `database.json` beside the functions. The emulator and `deploy` make the collections that
 * `domain/collections.ts` declares there.
 */
async function declareDatabase(build) {
  const bundle = at('.cache/collections.cjs');
  const entryPoints = [at('domain/collections.ts')];
  await build({ entryPoints, outfile: bundle, bundle: true, platform: 'node', format: 'cjs', logLevel: 'warning' });
  const require = createRequire(import.meta.url);
  delete require.cache[bundle];
  const { COLLECTIONS } = require(bundle);
  const collections = Object.entries(COLLECTIONS).map(([name, { indexes }]) => ({
    name,
    rule: 'closed',
    indexes: indexes.map(({ name, on }) => ({
      name,
      keys: Object.entries(on).map(([field, direction]) => ({ field, direction })),
      unique: false,
    })),
  }));
  writeFileSync(at('dist/functions/database.json'), JSON.stringify({ version: 1, collections }, null, 2));
}

const taro = platform => () =>
  new Promise((resolve, reject) => {
    const output = at('dist', platform, platform === 'h5' ? 'index.html' : 'app.json');
    rmSync(output, { force: true });
    const child = spawn(process.execPath, [at('node_modules/@tarojs/cli/bin/taro'), 'build', '--type', platform], {
      cwd: ROOT,
      stdio: process.env.VERBOSE ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_ENV: 'production', BROWSERSLIST_IGNORE_OLD_DATA: '1' },
    });
    let said = '';
    child.stdout?.on('data', chunk => (said += chunk));
    child.stderr?.on('data', chunk => (said += chunk));
    // With a wrong config Taro exits with 0 and builds nothing, so its own output must be visible.
    child.on('exit', code =>
      code === 0 && existsSync(output) ? resolve() : reject(new Error(`taro build ${platform} failed\n${said}`)),
    );
  });

/** The build flags of config/index.ts. An app built with another flag is another app. */
const APP_FLAGS = ['HG_LOCAL', 'HG_GATEWAY', 'HG_ENV', 'HG_FILES', 'HG_CHECKIN_LINK', 'HG_PLACE']
  .map(name => `${name}=${process.env[name] ?? ''}`)
  .join(' ');
const APP_INPUTS = ['src', 'charts', 'domain', 'config', 'package-lock.json', 'project.config.json', 'tsconfig.json'];
const TARGETS = {
  tools: {
    inputs: [
      'emulator',
      'scripts',
      'sample',
      'torture',
      'mutants',
      'rehearse',
      'charts',
      'domain',
      'bench',
      'player',
      'server/people/member-id.ts',
      'server/telling/templates.ts',
      'package-lock.json',
    ],
    output: 'dist/tools/emulator.js',
    make: tools,
  },
  functions: {
    inputs: [
      'cloudfunctions',
      'server',
      'domain',
      'rehearse',
      'scripts/crowd',
      'sample/random.ts',
      'package-lock.json',
      'scripts/build.mjs',
    ],
    output: 'dist/functions',
    make: functions,
  },
  h5: { inputs: APP_INPUTS, flags: APP_FLAGS, output: 'dist/h5/index.html', make: taro('h5') },
  weapp: { inputs: APP_INPUTS, flags: APP_FLAGS, output: 'dist/weapp/app.json', make: taro('weapp') },
  player: {
    inputs: ['player', 'package-lock.json', 'scripts/build.mjs'],
    output: 'dist/player/player.js',
    make: player,
  },
};

const asked = process.argv.slice(2).filter(word => !word.startsWith('--'));
const force = process.argv.includes('--force');
const unknown = asked.find(name => !TARGETS[name]);
if (unknown !== undefined) {
  console.error(`Nothing called "${unknown}" to build. There are: ${Object.keys(TARGETS).join(', ')}.`);
  process.exit(2);
}

/** Builds one target after the other. False if one fails; its reason is printed. */
async function built(names) {
  for (const name of names) {
    const target = TARGETS[name];
    const began = Date.now();
    try {
      const ran = force ? (await target.make(), true) : await unlessFresh(name, target, target.make);
      if (ran) console.log(`built ${name} in ${((Date.now() - began) / 1000).toFixed(1)} s`);
    } catch (error) {
      console.error(error.message ?? error);
      return false;
    }
  }
  return true;
}

// Taro's builds take a core for a minute, and the others are done meanwhile. Two of Taro's would only share the memory.
const isTaros = name => name === 'h5' || name === 'weapp';
const done = await Promise.all([built(asked.filter(isTaros)), built(asked.filter(name => !isTaros(name)))]);
process.exitCode = done.every(Boolean) ? 0 : 1;
