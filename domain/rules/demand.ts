import { MINUTE, weekdayText, timeText } from '../clock';
import type { ReleaseNumbers, SectionDemand } from '../contract/shown-staff';
import type { Batch, Section, Tally } from '../model';
import { shortId, sumOf } from './tally';
import { titleOf } from './title';

/** The numbers after a release: how the seats went, who was turned away, and what to offer next time. */
export function numbersOf(
  batch: Pick<Batch, 'opensAt'>,
  sections: readonly Section[],
  tallies: readonly Tally[],
): ReleaseNumbers {
  const sum = sumOf(tallies);
  const placed = new Set(sections.flatMap(section => section.line.map(entry => shortId(entry.memberId))));
  const away = new Set([...sum.turnedAway.values()].flatMap(people => [...people]));
  return {
    seatsByMinute: seatsByMinute(batch.opensAt, sections),
    seconds: [...sum.seconds].map(([second, answers]) => ({ second, answers })).sort((a, b) => a.second - b.second),
    tries: Object.values(sum.tries).reduce((all, tries) => all + tries, 0),
    turnedAway: [...away].filter(person => !placed.has(person)).length,
    atLeast: sum.atLeast,
    sections: sections.map(section =>
      demandOf(batch, section, sum.tries[section._id] ?? 0, sum.turnedAway.get(section._id) ?? new Set()),
    ),
  };
}

function demandOf(
  batch: Pick<Batch, 'opensAt'>,
  section: Section,
  tries: number,
  away: ReadonlySet<string>,
): SectionDemand {
  const inLine = new Set(section.line.map(entry => shortId(entry.memberId)));
  const seated = Math.min(section.line.length, section.capacity);
  const waiting = section.line.length - seated;
  const turnedAway = [...away].filter(person => !inLine.has(person)).length;
  const lastSeatAt = section.line[section.capacity - 1]?.at;
  return {
    sectionId: section._id,
    title: titleOf(section),
    when: whenOf(section),
    capacity: section.capacity,
    seated,
    waiting,
    tries,
    turnedAway,
    suggestedCapacity: suggestedCapacity(section.capacity, seated + waiting + turnedAway),
    filledAfterMs: lastSeatAt === undefined ? null : Math.max(0, lastSeatAt - batch.opensAt),
  };
}

/**
 * What to offer next time: what was wanted, in steps of five. At most twice what was offered, because a room and a
 * teacher do not grow further in one step; and not below five, because a class of fewer is none.
 */
export function suggestedCapacity(offered: number, wanted: number): number {
  const step = (seats: number) => Math.max(5, Math.ceil(seats / 5) * 5);
  return offered === 0 ? step(0) : Math.min(step(wanted), Math.max(5, 2 * offered));
}

/** `周三 晚上`: by when people could come, a demand is for an hour as much as for a course. */
export function whenOf({ lessons }: Pick<Section, 'lessons'>): string {
  const first = lessons[0];
  if (!first) return '时间未定';
  const time = timeText(first.startsAt);
  const part = time < '12:00' ? '上午' : time < '17:30' ? '下午' : '晚上';
  return `周${weekdayText(first.startsAt)} ${part}`;
}

/** Seats that are taken now, by the minute in which they were; up to the minute of the last one, at most two hours. */
function seatsByMinute(opensAt: number, sections: readonly Section[]): number[] {
  const minutes: number[] = [];
  for (const section of sections) {
    for (const { at } of section.line.slice(0, section.capacity)) {
      const minute = Math.max(0, Math.floor((at - opensAt) / MINUTE));
      if (minute >= 120) continue;
      while (minutes.length <= minute) minutes.push(0);
      minutes[minute] = (minutes[minute] ?? 0) + 1;
    }
  }
  return minutes;
}
