/** npm run torture: kills the emulator until it is convinced. See docs/torture.md. */
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureMemory } from './memory';
import { progressOf, showViolation, summaryOf } from './report';
import { torture } from './run';

const ROOT = join(__dirname, '../..');
const HELP = `npm run torture -- [--kills 1000] [--seed <n>] [--lanes 2]   rushes under kill -9, checked after each
npm run torture -- --memory                                  what a large data folder costs in memory and time
`;

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '1000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    lanes: { type: 'string', default: '2' },
    memory: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const whole = (name: 'kills' | 'seed' | 'lanes') => {
  const value = Number(values[name]);
  if (Number.isInteger(value) && value >= 1) return value;
  console.error(`--${name} must be a whole number from 1.`);
  process.exit(2);
};

/** Works on a copy of the build, so that a build meanwhile does not change what is tested. */
function freeze(): { emulator: string; functions: string; remove(): void } {
  const folder = join(ROOT, '.cache', `torture-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  cpSync(join(ROOT, 'dist/tools'), join(folder, 'tools'), { recursive: true, filter: name => !name.endsWith('.map') });
  cpSync(join(ROOT, 'dist/functions'), join(folder, 'functions'), { recursive: true });
  return {
    emulator: join(folder, 'tools/emulator.js'),
    functions: join(folder, 'functions'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function main(): Promise<number> {
  if (values.help) return (console.log(HELP), 0);
  const built = freeze();
  try {
    if (values.memory) return (console.log(await measureMemory(built)), 0);
    const [kills, seed, lanes] = [whole('kills'), whole('seed'), whole('lanes')];
    console.log(`seed ${seed}, ${kills} kills, ${lanes} at once`);
    const began = Date.now();
    let shownAt = 0;
    const result = await torture({
      ...built,
      kills,
      seed,
      lanes,
      onViolation: ({ kind, text }) => console.error(`\n${kind}: ${text}`),
      onProgress(now) {
        const terminal = process.stdout.isTTY;
        if (Date.now() - shownAt < (terminal ? 200 : 10_000)) return;
        shownAt = Date.now();
        const line = progressOf(now, kills, Date.now() - began);
        process.stdout.write(terminal ? `\r\u001b[K${line}` : `${line}\n`);
      },
    });
    console.log(`\n${summaryOf(result, Date.now() - began)}`);
    for (const found of result.violations.slice(0, 10)) console.error(`\n${showViolation(found)}`);
    if (result.violations.length > 0) console.error(`\nAgain: npm run torture -- --kills ${kills} --seed ${seed}`);
    return result.violations.length === 0 ? 0 : 1;
  } finally {
    built.remove();
  }
}

main().then(
  code => process.exit(code),
  error => {
    console.error(error);
    process.exit(1);
  },
);
