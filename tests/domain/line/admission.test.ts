import type { Audience } from '../../../domain/model';
import {
  cameBefore,
  hadPlace,
  hasStruck,
  isAdmitted,
  isTurnSettled,
  laterAtOf,
  waitsUntil,
} from '../../../domain/line/admission';
import { decideClaim } from '../../../domain/line/claim';
import { decideSwap } from '../../../domain/line/swap';
import { section, standing, T } from './sections';

type Came = Parameters<typeof cameBefore>;
const isLater = (of: Came[0], who: Came[1], opensAtOf: Came[2], absences: number) =>
  hasStruck(of, absences) || cameBefore(of, who, opensAtOf);

const settled = { settledAt: 500, count: 0 };

test.each([
  ['never was in the waiting room', undefined, 500, false],
  ['was, and the profile changed since', { settledAt: 0, count: 0 }, 500, false],
  ['was, the millisecond before it was published anew', settled, 501, false],
  ['was, the millisecond of the publishing', settled, 500, true],
])('admitted? who %s', (_, of, publishedAt, admitted) => {
  expect(isAdmitted({ _id: 's', publishedAt }, of)).toBe(admitted);
});

test('to a class that is not for this person nobody is admitted, to the others of the batch they are', () => {
  const of = { ...settled, not: ['s'] };

  expect(isAdmitted({ _id: 's', publishedAt: 500 }, of)).toBe(false);
  expect(isAdmitted({ _id: 'other', publishedAt: 500 }, of)).toBe(true);
});

test.each([
  ['who never was in the batch', undefined, false],
  ['who was let in', settled, false],
  ['who has a place', { ...settled, count: 1 }, true],
  ['who gave one back', { ...settled, left: { s: 1 } }, true],
])('a place, now or before: %s', (_, of, had) => {
  expect(hadPlace(of)).toBe(had);
});

test('whoever the waiting room does not know yet is neither later than others nor a first-timer', () => {
  const of = { batchId: 'b', laterAt: T };

  expect(waitsUntil(of, undefined, T - 1)).toBeUndefined();
  expect(isTurnSettled(of, standing({}, { batches: {} }), T - 1)).toBe(false);
});

test.each([
  ['a first-timer', settled, 900, 800, undefined],
  ['the millisecond before', { ...settled, later: true }, 900, 899, 900],
  ['the stroke', { ...settled, later: true }, 900, 900, undefined],
  ['no head start', { ...settled, later: true }, undefined, 800, undefined],
])('first-timers first: %s', (_, of, laterAt, now, until) => {
  expect(waitsUntil(laterAt === undefined ? {} : { laterAt }, of, now)).toBe(until);
});

test.each([
  ['a first-timer', { first: ['b'] }, T, true],
  ['a first-timer of another batch alone', { first: ['other'] }, T, false],
  ['who has gained a place since', { first: [] }, T, false],
  ['who was settled before there was a head start', {}, T, false],
  ['who comes later', { batches: { b: { settledAt: 1, count: 0, later: true } } }, T, true],
  ['anybody, once the head start is over', {}, T + 1, true],
])('is it settled when this person may come? %s', (_, change, now, is) => {
  expect(isTurnSettled(section({ laterAt: T + 1 }), standing({}, change), now)).toBe(is);
  expect(isTurnSettled(section(), standing({}, change), now)).toBe(true);
});

test('the head start is counted from the opening; none and nought are none', () => {
  expect(laterAtOf({ opensAt: T, audience: { headStartMinutes: 30 } })).toBe(T + 1_800_000);
  expect(laterAtOf({ opensAt: T, audience: { headStartMinutes: 0 } })).toBeUndefined();
  expect(laterAtOf({ opensAt: T, audience: {} })).toBeUndefined();
});

describe('who has had a place before', () => {
  const batch = { _id: 'b', opensAt: 1_000, audience: { headStartMinutes: 5 } };
  const opensAtOf = (id: string) => ({ early: 999, same: 1_000, next: 1_001 })[id];
  const later = (batches: Record<string, number>) => {
    const counts = Object.entries(batches).map(([id, count]) => [id, { settledAt: 1, count }]);
    return isLater(batch, standing({}, { batches: Object.fromEntries(counts) }), opensAtOf, 0);
  };
  test.each([
    ['nowhere', {}, false],
    ['in this very batch', { b: 2 }, false],
    ['in an earlier one', { early: 1 }, true],
    ['in an archived one', { archived: 1 }, true],
    ['in one that opens at the same instant', { same: 1 }, false],
    ['in one that opens later', { next: 1 }, false],
    ['been in an earlier waiting room, and no place', { early: 0 }, false],
  ])('%s', (_, batches, is) => {
    expect(later(batches)).toBe(is);
  });

  test('who has given the place back again has had one all the same', () => {
    const batches = { early: { settledAt: 1, count: 0, left: { tea: 500 } } };
    expect(isLater(batch, standing({}, { batches }), opensAtOf, 0)).toBe(true);
  });

  test('who has no standing is a first-timer', () => {
    expect(isLater(batch, null, opensAtOf, 0)).toBe(false);
  });

  test('without first-timers first nobody comes later for that', () => {
    expect(
      isLater(
        { ...batch, audience: {} },
        standing({}, { batches: { early: { settledAt: 1, count: 1 } } }),
        opensAtOf,
        0,
      ),
    ).toBe(false);
  });
});

describe('who did not come', () => {
  const batch = (audience: Audience) => ({ _id: 'b', opensAt: T, audience });
  const noShow = { strikes: 2, days: 90 };

  test('waits ten minutes where the batch says so, or as long as its head start', () => {
    expect(laterAtOf(batch({ noShow }))).toBe(T + 600_000);
    expect(laterAtOf(batch({ noShow, headStartMinutes: 3 }))).toBe(T + 180_000);
  });

  test.each([
    [1, false],
    [2, true],
    [3, true],
  ])('%i absences of 2', (absences, later) => {
    expect(isLater(batch({ noShow }), null, () => undefined, absences)).toBe(later);
  });

  test('nothing follows from absences where the batch has no policy', () => {
    expect(isLater(batch({}), null, () => undefined, 20)).toBe(false);
    expect(isLater(batch({ headStartMinutes: 5 }), null, () => undefined, 20)).toBe(false);
  });
});

describe('a claim', () => {
  const here = section({ laterAt: T + 60_000 });
  const me = standing({}, { batches: { b: { settledAt: T - 1, count: 0, later: true } } });
  const decide = (now: number, of = here) =>
    decideClaim({ arrivedAt: now, now, memberId: 'me', section: of, standing: me, others: [], ownAt: null });

  test('of who is no first-timer is refused until the later opening, and told which', () => {
    expect(decide(T + 59_999)).toEqual({
      do: 'refuse',
      refusal: { refused: 'NOT_OPEN', details: { opensAt: T + 60_000 } },
    });
    expect(decide(T + 60_000)).toEqual({ do: 'reserve' });
  });

  test('of who has gained a place since the waiting room is settled anew', () => {
    const claimOf = (first: string[]) =>
      decideClaim({
        arrivedAt: T,
        now: T,
        memberId: 'me',
        section: here,
        standing: standing({}, { first }),
        others: [],
        ownAt: null,
      });
    expect(claimOf([])).toEqual({ do: 'settle' });
    expect(claimOf(['b'])).toEqual({ do: 'reserve' });
  });

  test('of who was let in before the publishing is settled anew', () => {
    expect(decide(T + 60_000, { ...here, publishedAt: T })).toEqual({ do: 'settle' });
  });

  test('takes no seat for a wait either', () => {
    const to = section({ laterAt: T + 60_000, clashIds: ['w'] });
    const from = section({ _id: 'w', capacity: 0 }, 'me');
    const of = standing({ w: T + 1_000 }, { batches: { b: { settledAt: T - 1, count: 1, later: true } } });
    const unsettled = standing({ w: T + 1_000 });
    for (const who of [of, unsettled]) {
      expect(decideSwap(T + 59_999, 'me', to, [from], who)).toBeUndefined();
      expect(decideSwap(T + 60_000, 'me', to, [from], who)?.standing.first).toEqual([]);
    }
    const first = { ...unsettled, first: ['b', 'other'] };
    expect(decideSwap(T + 59_999, 'me', to, [from], first)?.standing.first).toEqual(['b']);
  });
});
