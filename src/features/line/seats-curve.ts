import { lastOf } from '../../../domain/base/last-of';
import { SECOND, secondText } from '../../../domain/base/clock';
import { lastSeat, seated } from '../../../domain/line/line';
import { stackedBars } from '../../../charts/stacked-bars';
import { steppedArea, type Point } from '../../../charts/stepped-area';
import type { Look } from '../../../charts/svg';
import type { AnsweredSecond } from '../../../domain/api';

export interface Filled {
  name: string;
  capacity: number;
  /** When each person who is in the line now had joined it, in the order of the line. */
  joinedAt: number[];
}

export interface Curve {
  from: number;
  to: number;
  /** Seats given, and when: one point per seat, in order of time. */
  points: { at: number; seats: number }[];
  /** Sections that are full, with the moment of their last seat. */
  full: { name: string; at: number; seats: number }[];
}

/** A rush is over in seconds, so the axis may be this short. */
const SHORTEST_MS = 5 * SECOND;

type Joined = Pick<Filled, 'capacity' | 'joinedAt'>;
const lineOf = ({ capacity, joinedAt }: Joined) => ({ capacity, line: joinedAt });
const seatsOf = (one: Joined): number[] => seated(lineOf(one));

/**
 * When the line's last seat was given; `undefined` while there are seats. A line that staff have reordered is not in
 * order of time.
 */
export const filledAt = (one: Joined): number | undefined =>
  lastSeat(lineOf(one)) === undefined ? undefined : Math.max(...seatsOf(one));

/** How the seats of a batch were given, from the release on. */
export function curveOf(sections: Filled[], opensAt: number, now: number): Curve {
  const seats = sections.flatMap(seatsOf).sort((a, b) => a - b);
  const points = seats.map((at, i) => ({ at, seats: i + 1 }));
  const full = sections
    .flatMap(one => {
      const at = filledAt(one);
      return at === undefined ? [] : [{ name: one.name, at, seats: seats.filter(seat => seat <= at).length }];
    })
    .sort((a, b) => a.at - b.at);
  const last = lastOf(seats) ?? opensAt;
  // While seats are still being given, the axis ends now. After that it ends a little after the last seat.
  const busy = now - last < 10 * SECOND ? now : last + (last - opensAt) * 0.12;
  return { from: opensAt, to: Math.max(opensAt + SHORTEST_MS, busy), points, full };
}

const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600, 7200, 21600, 86400].map(seconds => seconds * SECOND);

/** Draws the curve. The axis shows the clock time, so that staff can compare it with a clock in the hall. */
export function chartSvg(curve: Curve, capacity: number, look: Look): string {
  const step = STEPS.find(one => (curve.to - curve.from) / one <= (look.width > 500 ? 5 : 3)) ?? lastOf(STEPS)!;
  const ticks: number[] = [];
  for (let at = curve.from; at <= curve.to; at += step) ticks.push(at);
  const points: Point[] = [[curve.from, 0], ...curve.points.map(({ at, seats }): Point => [at, seats])];
  return steppedArea(
    {
      title: '名额给出的过程',
      x: { from: curve.from, to: curve.to, said: secondText, ticks },
      points,
      limit: { value: capacity, label: `全部 ${capacity} 个名额` },
      marks: curve.full.map(({ name, at, seats }) => ({ x: at, y: seats, label: `${name}满` })),
    },
    look,
  );
}

/** The answers that have a colour of their own; all others are "其他". */
const KINDS = [
  { label: '入座', codes: ['SEATED'], tone: 'openFill', words: 'open' },
  { label: '候补', codes: ['WAITING'], tone: 'waitingFill', words: 'waiting' },
  { label: '已满', codes: ['FULL'], tone: 'fullFill', words: 'full' },
  { label: '请稍等', codes: ['BUSY'], tone: 'fewFill', words: 'few' },
  { label: '出错', codes: ['FAULT'], tone: 'absentFill', words: 'absent' },
] as const;

/** Answers per second, by kind, from the opening to the last busy second. */
export function answersSvg(seconds: AnsweredSecond[], look: Look): string {
  const last = Math.max(4, ...seconds.map(one => one.second));
  const kinds = KINDS.filter(kind => seconds.some(one => kind.codes.some(code => one.answers[code])));
  const valueOf = (second: number, codes: readonly string[]) => {
    const answers = seconds.find(one => one.second === second)?.answers ?? {};
    return codes.reduce((sum, code) => sum + (answers[code] ?? 0), 0);
  };
  return stackedBars(
    {
      title: '每秒答复',
      x: { from: 0, to: last + 1, said: value => `${value} 秒` },
      said: value => String(Math.round(value)),
      layers: kinds.map(({ label, codes, tone, words }) => ({
        label,
        tone,
        words,
        values: Array.from({ length: last + 1 }, (_, second) => valueOf(second, codes)),
      })),
    },
    look,
  );
}
