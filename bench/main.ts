/** npm run bench: the rush, side by side with peers. `bench/bench.mjs` builds and starts this. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { bare } from './contenders/bare';
import type { Contender } from './contenders/contender';
import { ours } from './contenders/ours';
import { ROOT, tool } from './contenders/paths';
import { postgresGuarded, postgresTextbook } from './contenders/postgres';
import { redisPipelined, redisPlain } from './contenders/redis';
import { firstPlaces, noOp, template, threeOperations, twoOperations } from './contenders/template';
import { goalsOf, type Parts } from './goals';
import { runLoad } from './load/run-load';
import { machine } from './machine';
import { runPart, type Entry } from './part';
import { markdownGoals, markdownTable, textGoals, textTable } from './report';
import { firstComers, rush, winners, type Scene } from './scene';

const HELP = `npm run bench -- [options]
  --quick              small numbers: is everything in order?
  --rounds <n>         interleaved rounds (3)
  --slow-rounds <n>    rounds of PostgreSQL and the template, which take long (as --rounds)
  --winners <n>        sections in "everybody wins" (1000)
  --parts <list>       of rush,open,winners,scale (all)
  --only <list>        contenders by id: ours,bare,redis,redis-pipelined,postgres,postgres-textbook,template,two-operations,first-places,three-operations,no-op
  --out <file>         where the results go (.data/bench/latest.json)
  --markdown <file>    the tables, for a document`;

const PARTS = ['rush', 'open', 'winners', 'scale'] as const;

const SLOW = ['postgres', 'postgres-textbook', 'template'];

/** The size of each part. The template takes 50 times as long, so it gets only a share of the crowd. */
const FULL = {
  people: 60_000,
  template: 6_000,
  winners: 1_000,
  large: 1_000_000,
  perSecond: 6_000,
  connections: 512,
  warmPeople: 3_000,
};
const QUICK = {
  people: 2_000,
  template: 1_000,
  winners: 10,
  large: 10_000,
  perSecond: 1_000,
  connections: 64,
  warmPeople: 300,
};

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      rounds: { type: 'string' },
      'slow-rounds': { type: 'string' },
      winners: { type: 'string' },
      parts: { type: 'string', default: PARTS.join(',') },
      only: { type: 'string' },
      out: { type: 'string', default: join(ROOT, '.data/bench/latest.json') },
      markdown: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.log(HELP);
  const size = { ...(values.quick ? QUICK : FULL), ...(values.winners && { winners: Number(values.winners) }) };
  const rounds = Number(values.rounds ?? (values.quick ? 1 : 3));
  const slow = Number(values['slow-rounds'] ?? rounds);
  const asked = values.parts.split(',');
  const only = values.only?.split(',');
  const closed = {
    connections: size.connections,
    warmPeople: size.warmPeople,
    load: (job: Parameters<typeof runLoad>[1]) => runLoad(tool('bench-load'), job),
  };
  const open = { ...closed, perSecond: size.perSecond };

  const on = (scene: Scene, contenders: Contender[], settings = closed): Entry[] =>
    contenders
      .filter(({ id }) => !only || only.includes(id))
      .map(contender => ({ contender, scene, settings, ...(SLOW.includes(contender.id) && { rounds: slow }) }));
  const crowd = rush(size.people);
  const all = winners(size.winners);
  const sized = (id: string, label: string): Contender => ({ ...ours, id, label });
  const plan: Record<keyof Parts, { title: string; entries: Entry[]; rounds: number }> = {
    rush: {
      title: `The rush, closed loop with ${size.connections} connections: ${crowd.sections} sections × ${crowd.capacity} seats + ${crowd.waitlistLimit} waits`,
      entries: [
        ...on(crowd, [ours, bare, redisPipelined, redisPlain, postgresGuarded, postgresTextbook]),
        ...on(rush(size.template), [template]),
      ],
      rounds,
    },
    open: {
      title: `The rush, open loop at ${size.perSecond}/s, latency from the intended arrival`,
      entries: [
        ...on(crowd, [ours, bare, redisPipelined, redisPlain, postgresGuarded], open),
        ...on(firstComers(crowd), [firstPlaces], open),
      ],
      rounds,
    },
    winners: {
      title: `Everybody wins: ${all.choice.length} people for ${all.sections} sections × ${all.capacity} seats`,
      entries: on(all, [ours, template, twoOperations, threeOperations, noOp]),
      rounds,
    },
    scale: {
      title: `Scaling: ${size.people} and ${size.large} people for the same seats`,
      entries:
        !only || only.includes('ours')
          ? [
              { contender: sized('ours-small', `ours, ${size.people} people`), scene: crowd, settings: closed },
              {
                contender: sized('ours-large', `ours, ${size.large} people`),
                scene: rush(size.large),
                settings: closed,
              },
            ]
          : [],
      rounds: 1,
    },
  };

  const here = machine();
  console.log(`${here.cores} cores, Node ${here.node}, a synced write takes ${here.syncMs.toFixed(2)} ms\n`);
  const parts: Parts = { rush: [], open: [], winners: [], scale: [] };
  for (const name of PARTS) {
    if (!asked.includes(name)) continue;
    const { title, entries, rounds } = plan[name];
    console.log(title);
    parts[name] = await runPart(entries, rounds, line => console.log(line));
    console.log(`\n${textTable(parts[name])}\n`);
  }

  const ceiling = parts.rush.find(({ id }) => id === 'bare')?.median;
  const generator = ceiling && {
    claimsPerSecond: Math.round(ceiling.claimsPerSecond),
    cpuMicrosPerClaim: ceiling.generatorCpuMicrosPerClaim,
  };
  if (generator)
    console.log(
      `The generator's ceiling, against the bare responder: ${generator.claimsPerSecond} claims/s, ${generator.cpuMicrosPerClaim.toFixed(1)} µs of its own CPU a claim.\n`,
    );
  const goals = goalsOf(parts);
  console.log(textGoals(goals));

  const out = values.out;
  mkdirSync(dirname(out), { recursive: true });
  const record = { date: new Date().toISOString().slice(0, 10), machine: here, size, rounds, generator, parts, goals };
  writeFileSync(out, JSON.stringify(record, null, 2) + '\n');
  if (values.markdown) {
    const tables = PARTS.filter(name => parts[name].length > 0).map(
      name => `### ${plan[name].title}\n\n${markdownTable(parts[name])}\n`,
    );
    writeFileSync(values.markdown, [...tables, `### Goals\n\n${markdownGoals(goals)}\n`].join('\n'));
  }
}

main().catch(error => {
  console.error(error);
  process.exit(1);
});
