import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Section, Standing } from '../domain/model';
import { syntheticMembers } from '../sample/synthetic';
import { EmulatorProcess, type Place } from './emulator-process';
import { Random } from '../scripts/crowd/random';
import { makeWorld } from './world';

const MEMBERS = 60_000;
const SECTIONS = 1_000;
const STANDINGS = 100_000;
const SECTIONS_A_BATCH = 40;
const PAGE = 5_000;

/** A district's data after years: every line full, every worker known. */
function largeData(): { sections: Section[]; standings: Standing[] } {
  const [pattern] = makeWorld('memory', Date.now(), new Random(1)).sections;
  const lesson = (week: number) => ({ startsAt: 1.9e12 + week * 6.048e8, endsAt: 1.9e12 + week * 6.048e8 + 5.4e6 });
  const lessons = Array.from({ length: 12 }, (_, week) => lesson(week));
  const idOf = (person: number) => `m${person.toString(16).padStart(24, '0')}`;
  const sections = Array.from({ length: SECTIONS }, (_, index): Section => {
    const line = Array.from({ length: 40 }, (_unused, place) => ({
      memberId: idOf((index * 40 + place) % STANDINGS),
      at: 1.8e12 + index,
    }));
    const batchId = `batch-${Math.floor(index / SECTIONS_A_BATCH)}`;
    return {
      ...pattern!,
      _id: `section-${index}`,
      batchId,
      lessons,
      capacity: 30,
      waitlistLimit: 10,
      line,
      lineCount: 40,
    };
  });
  const standings = Array.from({ length: STANDINGS }, (_, person): Standing => {
    const index = Math.floor(person / 40);
    const batchId = `batch-${Math.floor(index / SECTIONS_A_BATCH)}`;
    const holds = index < SECTIONS ? [{ sectionId: `section-${index}`, batchId, at: 1.8e12 + index }] : [];
    return { _id: idOf(person), holds, batches: { [batchId]: { settledAt: 1.7e12, count: holds.length } } };
  });
  return { sections, standings };
}

async function importAll(emulator: EmulatorProcess, name: string, documents: readonly object[]): Promise<void> {
  for (let begin = 0; begin < documents.length; begin += PAGE)
    await emulator.import(name, documents.slice(begin, begin + PAGE));
}

/** Resident memory of a process in MB, in total and without the pages of the mapped store; Linux only. */
function residentOf(pid: number): { all: number; own: number; peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const mb = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0) / 1024;
  return { all: mb('VmRSS'), own: mb('RssAnon'), peak: mb('VmHWM') };
}

/** Fills a data folder, starts on it anew, and reports what that took. */
export async function measureMemory(built: Omit<Place, 'data'>): Promise<string> {
  const data = mkdtempSync(join(tmpdir(), 'torture-memory-'));
  try {
    const began = performance.now();
    const first = await EmulatorProcess.start({ ...built, data }, 0, 2);
    const { sections, standings } = largeData();
    await importAll(first, 'members', syntheticMembers(MEMBERS, 1, Date.now()));
    await importAll(first, 'sections', sections);
    await importAll(first, 'standings', standings);
    await first.kill();
    const filledMs = performance.now() - began;

    const again = await EmulatorProcess.start({ ...built, data }, 0, 2);
    const started = residentOf(again.pid);
    for (let call = 0; call < 200; call += 1) await again.call(`oMemory${call}`, 'line.mine', {});
    const used = residentOf(again.pid);
    await again.kill();
    const words = ({ all, own, peak }: typeof used) =>
      `${Math.round(all)} MB resident (${Math.round(own)} MB its own, the rest mapped files; peak ${Math.round(peak)} MB)`;
    return [
      `${MEMBERS} members, ${SECTIONS} sections, ${STANDINGS} standings, filled in ${(filledMs / 1000).toFixed(1)} s`,
      `start on it: ${(again.startMs / 1000).toFixed(2)} s; then ${words(started)}`,
      `with an instance of "line" and 200 calls: ${words(used)}`,
    ].join('\n');
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}
