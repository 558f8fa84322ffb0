import type { EndpointName } from '../domain/api';
import { MINUTE, SECOND } from '../domain/base/clock';
import { seeded } from '../scripts/crowd/plan';
import type { Profile } from './profile';

/**
 * A quiet hour: a few visitors, so that instances end between them. Counts the screens that wait for a cold start. It
 * depends on which endpoints share a function (`domain/functions.ts`).
 *
 * Each screen lists what its first load asks, as seen in a browser: calls of one wave go out together, the next wave
 * follows their answers. Calls made together need an instance each.
 */
const SCREENS = {
  home: [['catalog.batches']],
  batch: [
    ['catalog.batch', 'line.mine'],
    ['member.me', 'line.board'],
  ],
  section: [['catalog.batch', 'line.mine', 'line.board']],
  mine: [['member.notices', 'line.mine', 'lesson.mine']],
  myClass: [['line.mine', 'lesson.mine'], ['lesson.ofClass']],
  me: [['member.me']],
  checkin: [['lesson.checkIn']],
  teaching: [['roll.sections'], ['roll.lesson'], ['roll.lesson']],
  roster: [['roll.roster', 'roll.attendance']],
  roll: [['roll.lesson']],
  code: [['roll.lesson'], ['roll.code']],
  staff: [['member.me', 'staff.batches'], ['attendance.appeals']],
  draft: [['member.me', 'draft.read'], ['attendance.appeals']],
  live: [['member.me', 'staff.batches'], ['attendance.appeals'], ['staff.batch'], ['staff.numbers']],
  attendance: [['member.me', 'staff.batches'], ['attendance.appeals'], ['attendance.batch']],
  people: [['member.me', 'invite.list', 'attendance.appeals']],
  record: [['member.me', 'staff.record'], ['attendance.appeals']],
  rehearsal: [['member.me', 'rehearsal.last'], ['attendance.appeals']],
  codes: [['member.me', 'catalog.batch'], ['link.code']],
} satisfies Record<string, EndpointName[][]>;
export type Screen = keyof typeof SCREENS;

/** The screens that somebody opens one after the other: nine visits in ten are a worker's, half of the others staff's. */
const WALKS: { upTo: number; walks: Screen[][] }[] = [
  {
    upTo: 0.9,
    walks: [
      ['home', 'batch', 'section'],
      ['home', 'mine', 'myClass'],
      ['home', 'batch'],
      ['mine', 'checkin'],
      ['home', 'me'],
      ['batch', 'section'],
    ],
  },
  {
    upTo: 0.95,
    walks: [
      ['teaching', 'roll'],
      ['teaching', 'roster', 'code'],
    ],
  },
  {
    upTo: 1,
    walks: [
      ['staff', 'live'],
      ['staff', 'attendance'],
      ['staff', 'draft', 'people'],
      ['staff', 'record'],
      ['staff', 'live', 'codes'],
      ['staff', 'rehearsal'],
    ],
  },
];

/** The platform does not say how long an instance outlives its last call; field reports say a quarter of an hour. */
const IDLE_MS = 15 * MINUTE;
/** How long somebody looks at a screen before the next one. */
const LOOK_MS = { least: 8 * SECOND, most: 28 * SECOND };

export interface Quiet {
  screens: number;
  /** How many of them waited for a cold start. */
  cold: number;
  /** Instances started for each visit. */
  startsAVisit: number;
  /** What a cold start adds to a screen, on average over all screens. */
  waitMs: number;
}

/** How many functions the first load of a screen calls. */
export const functionsOf = (screen: Screen, functionOf: (endpoint: EndpointName) => string): number =>
  new Set(SCREENS[screen].flat().map(functionOf)).size;
export const SCREEN_NAMES = Object.keys(SCREENS) as Screen[];

/** @param functionOf which function serves an endpoint. */
export function quietHours(
  functionOf: (endpoint: EndpointName) => string,
  { visitsAnHour, hours, seed, profile }: { visitsAnHour: number; hours: number; seed: number; profile: Profile },
): Quiet {
  const random = seeded(seed);
  const callMs = 2 * profile.networkMs + profile.functionMs + 3 * profile.database.latencyMs;
  /** When each idle instance of a function was last used, the latest last: it is used first. */
  const idle = new Map<string, number[]>();
  const sum = { screens: 0, cold: 0, started: 0, waitMs: 0, visits: 0 };

  /** Makes the calls of a wave at once. Returns when the last of them is answered, without the network's share. */
  const answeredAt = (wave: readonly EndpointName[], now: number): number => {
    const taken = wave.map(endpoint => {
      const fn = functionOf(endpoint);
      const left = (idle.get(fn) ?? []).filter(usedAt => now - usedAt < IDLE_MS);
      const isWarm = left.pop() !== undefined;
      idle.set(fn, left);
      if (!isWarm) sum.started += 1;
      return { fn, endsAt: now + callMs + (isWarm ? 0 : profile.instances.coldStartMs) };
    });
    for (const { fn, endsAt } of taken) idle.get(fn)!.push(endsAt);
    return Math.max(...taken.map(one => one.endsAt));
  };

  const open = (screen: Screen, now: number): number => {
    const waves: readonly EndpointName[][] = SCREENS[screen];
    const started = sum.started;
    const shownAt = waves.reduce((at, wave) => answeredAt(wave, at), now);
    sum.screens += 1;
    if (sum.started > started) sum.cold += 1;
    sum.waitMs += shownAt - now - waves.length * callMs;
    return shownAt;
  };

  for (let at = 0; at < hours * 60 * MINUTE; at += (-Math.log(1 - random()) * 60 * MINUTE) / visitsAnHour) {
    sum.visits += 1;
    const draw = random();
    const { walks } = WALKS.find(({ upTo }) => draw < upTo)!;
    let now = at;
    for (const screen of walks[Math.floor(random() * walks.length)]!)
      now = open(screen, now) + LOOK_MS.least + random() * (LOOK_MS.most - LOOK_MS.least);
  }
  return {
    screens: sum.screens,
    cold: sum.cold,
    startsAVisit: sum.started / sum.visits,
    waitMs: sum.waitMs / sum.screens,
  };
}
