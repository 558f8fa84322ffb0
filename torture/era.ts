import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CheckReport } from '../domain/model';
import { HOLD_TTL_MS } from '../domain/line/hold';
import { checkHealed, checkRecord } from './checks/record';
import { checkLife } from './checks/life';
import { burst, type Rush } from './clients';
import { EmulatorProcess } from './emulator-process';
import { someFaults } from './faults';
import { Recorder, type Life, type Operation, type Snapshot, type Violation } from './history';
import { checkProbe } from './probe';
import type { Random } from '../scripts/crowd/random';
import { makeWorld, type World } from './world';

export interface EraSettings {
  emulator: string;
  functions: string;
  name: string;
  kills: number;
  clients: number;
  habits: number;
  random: Random;
}

/** Called with each message as it happens. */
export interface Witness {
  killed(life: Life, startMs: number): void;
  violated(violations: Violation[], life: Life): void;
  /** True ends the run early. */
  enough(): boolean;
}

const INSTANCES = [2, 2, 2, 3];
/** A rush is killed after this time at the latest. */
const RUSH_MS = 700;
const JUMPS_MS = [0, 0, 1_000, 2_950, 3_050, 4_900, 5_100, 9_000];

/**
 * One era: a new data folder, killed again and again. After each kill the emulator comes back, and everything that
 * clients were told is compared with the record. The settable clock passes the time of holds, the check heals, and
 * the next rush begins.
 */
export class Era {
  private offsetMs = 0;
  private readonly data = mkdtempSync(join(tmpdir(), 'torture-'));
  private readonly now = () => Date.now() + this.offsetMs;
  private readonly world: World;
  private readonly random: Random;
  private emulator: EmulatorProcess | undefined;
  private killed = 0;
  private lastStartMs = 0;

  constructor(
    private readonly settings: EraSettings,
    private readonly witness: Witness,
  ) {
    this.random = settings.random;
    this.world = makeWorld(settings.name, Date.now(), this.random.fork());
  }

  async run(): Promise<void> {
    try {
      let life = await this.begin();
      while (this.killed < this.settings.kills && !this.witness.enough()) life = await this.live(life);
      await this.finish(life);
    } finally {
      await this.emulator?.kill();
      rmSync(this.data, { recursive: true, force: true });
    }
  }

  private async start(): Promise<EmulatorProcess> {
    this.emulator = await EmulatorProcess.start(
      { ...this.settings, data: this.data },
      this.offsetMs,
      this.random.pick(INSTANCES),
    );
    return this.emulator;
  }

  /** Imports the world. The first kill comes right after, so the import must have been durable. */
  private async begin(): Promise<Life> {
    const emulator = await this.start();
    const { batches, sections, members, standings } = this.world;
    for (const [name, documents] of Object.entries({ batches, sections, members, standings }))
      await emulator.import(name, documents);
    await emulator.kill();
    return { before: { sections, standings }, operations: [], after: { sections, standings } };
  }

  /** From one kill to the next: come back, check, heal, check again, rush, die. */
  private async live(last: Life): Promise<Life> {
    const emulator = await this.comeBack(last);
    if (this.random.chance(0.1)) return this.dieHealing(emulator, last.after);
    const before = await this.heal(emulator, last);

    const recorder = new Recorder(this.now);
    const life: Life = { before, operations: recorder.operations, after: before };
    const rush = this.rushOf(emulator, recorder, life);
    if (this.random.chance(0.3)) this.tell(await checkProbe(rush, before, this.settings.name, this.killed), life);

    const { clients, habits } = this.settings;
    if (this.random.chance(0.2)) {
      // A burst that ends before the next one. In between the clock jumps, so that memories and closed places end.
      await burst(rush, clients, habits, this.random.fork());
      await this.jump(emulator, this.random.pick(JUMPS_MS));
    }
    await emulator.setFaults(someFaults(this.random));
    // A burst that is killed in the middle: after a number of answers, and then at any moment of the next ones.
    const running = burst(rush, clients, habits, this.random.fork());
    const enough = recorder.reaches(recorder.answered + this.random.between(1, 120));
    await Promise.race([running, enough, sleep(RUSH_MS)]);
    await sleep(this.random.between(0, 12));
    await this.kill(emulator, life);
    await running;
    return life;
  }

  private async comeBack(last: Life): Promise<EmulatorProcess> {
    const emulator = await this.start();
    last.after = await emulator.snapshot();
    this.tell(checkLife(last), last);
    this.lastStartMs = emulator.startMs;
    return emulator;
  }

  private async kill(emulator: EmulatorProcess, life: Life): Promise<void> {
    await emulator.kill();
    this.killed += 1;
    this.witness.killed(life, this.lastStartMs);
  }

  /** The clock makes holds old. Then the nightly check mends, and what it left must agree. */
  private async heal(emulator: EmulatorProcess, last: Life): Promise<Snapshot> {
    await this.jump(emulator, HOLD_TTL_MS + 1_000);
    const [report] = await Promise.all([
      runCheck(emulator, this.world, this.random.chance(0.5)),
      warm(emulator, this.world),
    ]);
    const healed = await emulator.snapshot();
    const life = { ...last, before: last.after, after: healed };
    this.tell([...checkRecord(healed), ...checkHealed(last.after, healed)], life);
    if (typeof report === 'string') this.tell([{ kind: 'fault', text: `the check does not run: ${report}` }], life);
    else if (report.alarms.length > 0)
      this.tell([{ kind: 'not healed', text: `the check reports: ${JSON.stringify(report.alarms)}` }], life);
    return healed;
  }

  /** The kill comes while the check is mending. */
  private async dieHealing(emulator: EmulatorProcess, before: Snapshot): Promise<Life> {
    await this.jump(emulator, HOLD_TTL_MS + 1_000);
    const life: Life = { before, operations: [], after: before };
    const healing = runCheck(emulator, this.world, true);
    await sleep(this.random.between(200, 500));
    await this.kill(emulator, life);
    await healing;
    return life;
  }

  private async finish(last: Life): Promise<void> {
    const emulator = await this.comeBack(last);
    await this.heal(emulator, last);
    const second = await runCheck(emulator, this.world, false);
    if (typeof second === 'string' || second.healed.unusedHolds + second.healed.missingHolds > 0)
      this.tell([{ kind: 'not healed', text: `a second check still mends: ${JSON.stringify(second)}` }], last);
    await emulator.kill();
  }

  private async jump(emulator: EmulatorProcess, ms: number): Promise<void> {
    this.offsetMs += ms;
    await emulator.setClock(this.offsetMs);
  }

  private rushOf(emulator: EmulatorProcess, recorder: Recorder, life: Life): Rush {
    const onFault = (operation: Operation, text: string) => {
      const { sectionId, memberId } = operation;
      this.tell([{ kind: 'fault', text: `${text}\n${emulator.words}`, sectionId, memberId }], life);
    };
    return { emulator, recorder, world: this.world, onFault };
  }

  private tell(violations: Violation[], life: Life): void {
    if (violations.length > 0) this.witness.violated(violations, life);
  }
}

const CHECK_TRIES = 10;

/** The check, as staff run it by hand or the timer at night. Returns its report, or what came instead. */
async function runCheck(emulator: EmulatorProcess, { staff }: World, byTimer: boolean): Promise<CheckReport | string> {
  for (let tries = 1; ; tries += 1) {
    const reply = byTimer ? await emulator.fireTimer('nightly') : await emulator.call(staff.openid, 'staff.check', {});
    const { ok, data, code } = reply.body as { ok?: boolean; data?: unknown; code?: unknown };
    if (ok === true) return byTimer ? (data as CheckReport) : (data as { report: CheckReport }).report;
    // A slow machine may time out once or twice.
    const late = reply.status === 504 || code === 'BUSY';
    if (!late || tries === CHECK_TRIES) return JSON.stringify(reply);
  }
}

/** Starts every instance of the line before the rush, so that a kill hits claims and not cold starts. */
const warm = (emulator: EmulatorProcess, { people }: World) =>
  Promise.all(people.slice(0, Math.max(...INSTANCES)).map(({ openid }) => emulator.call(openid, 'line.mine', {})));
