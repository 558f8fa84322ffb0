import type { Record } from './record';

const WIDTH = 24;

/** One line of the live display. */
export function progressLine(record: Record): string {
  const { rehearsal, sections, answered, instances, platform } = record;
  const share = answered / rehearsal.people;
  const bar = '█'.repeat(Math.round(share * WIDTH)).padEnd(WIDTH, '░');
  const seats = sections.reduce((sum, one) => sum + Math.min(one.capacity, one.line.length), 0);
  const capacity = sections.reduce((sum, one) => sum + one.capacity, 0);
  const calls = Object.values(platform?.calls ?? {}).reduce((sum, one) => sum + one, 0);
  const count = (value: number) => value.toLocaleString('en-US');
  return (
    `第 ${String(Math.round(record.now / 1_000)).padStart(3)} 秒 ${bar} ${String(Math.floor(share * 100)).padStart(3)}%` +
    `  已答复 ${count(answered)}  名额 ${count(seats)}/${count(capacity)}  调用 ${count(calls)}  实例 ${instances.busy}/${instances.total}`
  );
}
