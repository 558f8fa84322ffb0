/** npm run bench:years: what pages and the night cost after years of a union. `bench/years.mjs` builds and starts this. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmulator } from '../../emulator/emulator';
import { ROOT } from '../contenders/paths';
import { FULL } from './history';
import { openPage, type Cost } from './measure';
import { measureMemory } from './memory';
import { erasureOf, nightOf } from './night';
import { pagesOf } from './pages';
import { openUnion } from './union';

const HELP = `npm run bench:years -- [options]
  --years <list>      how many years of history, one after the other (1,3,10)
  --markdown <file>   the table, for a document
  --memory <days>     instead: plays so many days after one year and says what memory stays resident
  --rest <s>          and then rests so long (0)`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      years: { type: 'string', default: '1,3,10' },
      markdown: { type: 'string' },
      memory: { type: 'string' },
      rest: { type: 'string', default: '0' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.log(HELP);
  if (values.memory) return void (await measureMemory(Number(values.memory), Number(values.rest) * 1_000));
  const columns = new Map<string, Map<string, Cost>>();
  for (const years of values.years.split(',')) columns.set(years, await measure(Number(years)));
  const text = table(columns);
  console.log(`\n${text}`);
  if (values.markdown) writeFileSync(values.markdown, `${text}\n`);
}

async function measure(years: number): Promise<Map<string, Cost>> {
  const data = mkdtempSync(join(tmpdir(), 'years-'));
  const emulator = await startEmulator({
    functions: join(ROOT, 'dist/functions'),
    data,
    port: 0,
    instances: { min: 0, max: 1 },
    timers: false,
  });
  try {
    const begunAt = performance.now();
    const { documents, subjects } = await openUnion(emulator, { ...FULL, years });
    console.log(`${years} years: ${documents} documents in ${Math.round((performance.now() - begunAt) / 1000)} s`);
    const costs = new Map<string, Cost>();
    for (const page of pagesOf(subjects)) costs.set(page.page, await openPage(emulator, page));
    costs.set('夜里一次', await nightOf(emulator));
    costs.set('一次删除，从点下到删完', await erasureOf(emulator));
    for (const [name, cost] of costs) console.log(`${name}: ${JSON.stringify(cost)}`);
    return costs;
  } finally {
    await emulator.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

/** Operations and size side by side, a pair of columns for each age. */
function table(columns: ReadonlyMap<string, ReadonlyMap<string, Cost>>): string {
  const years = [...columns.keys()];
  const head = ['', ...years.map(one => `${one} 年`)];
  const names = [...(columns.get(years[0] ?? '')?.keys() ?? [])];
  const rows = names.map(name => [name, ...years.map(one => shown(columns.get(one)?.get(name)))]);
  return [head, head.map((_, index) => (index === 0 ? '---' : '---:')), ...rows]
    .map(cells => `| ${cells.join(' | ')} |`)
    .join('\n');
}

const shown = (cost: Cost | undefined): string =>
  cost ? `${cost.operations} 次，${(cost.bytes / 1024).toFixed(1)} KB` : '';

main().catch((error: unknown) => {
  console.error(error instanceof Error ? (error.stack ?? error.message) : error);
  process.exit(1);
});
