import type { Section } from '../../../domain/model';
import { decideClaim, linesToSee, type ClaimView } from '../../../domain/line/claim';
import { REOPENING_RETRY_MS } from '../../../domain/line/full-memory';
import { HOLD_TTL_MS } from '../../../domain/line/hold';
import { section, standing, T } from './sections';

const now = T + 60_000;
const OLD = now - HOLD_TTL_MS;
const YOUNG = OLD + 1;

const decide = (view: Partial<ClaimView>) =>
  decideClaim({
    arrivedAt: now,
    now,
    memberId: 'me',
    section: section(),
    standing: standing(),
    others: [],
    ownAt: null,
    ...view,
  });
const refused = (view: Partial<ClaimView>) => {
  const step = decide(view);
  return step.do === 'refuse' ? step.refusal : step.do;
};
/** Another section with these people in its line; I joined it at OLD. */
const other = (id: string, change: Partial<Section>, ...line: string[]) => {
  const made = section({ _id: id, ...change }, ...line);
  return { ...made, line: made.line.map(entry => (entry.memberId === 'me' ? { ...entry, at: OLD } : entry)) };
};
/** The section that clashes with s. */
const a = (...line: string[]) => other('a', { clashIds: ['s'] }, ...line);
const c = (...line: string[]) => other('c', {}, ...line);
const clashing = section({ clashIds: ['a'] });

test('nothing in the way: reserve', () => {
  expect(decide({})).toEqual({ do: 'reserve' });
});

test('holding the place already: join', () => {
  expect(decide({ standing: standing({ s: now }), ownAt: now })).toEqual({ do: 'join' });
});

test.each([
  ['a millisecond early', { opensAt: now + 1 }, 'NOT_OPEN'],
  ['at the instant of closing', { closesAt: now }, 'CLOSED'],
])('%s', (_, change, code) => {
  expect(refused({ section: section(change) })).toMatchObject({ refused: code });
});

test('a class that was called off says so before anything else, before the opening and to who is in a hurry', () => {
  const gone = { cancelledAt: T, capacity: 0, waitlistLimit: 0, line: [], lineCount: 0 };
  expect(refused({ section: section(gone) })).toEqual({ refused: 'SECTION_CANCELLED' });
  expect(refused({ section: section({ ...gone, opensAt: now + 1 }) })).toEqual({ refused: 'SECTION_CANCELLED' });
});

test('who stands in the line has that place, full or not, whatever the standing says', () => {
  expect(decide({ section: section({}, 'ann', 'me', 'cy'), standing: null })).toMatchObject({
    do: 'answer',
    place: { state: 'SEATED', number: 2 },
  });
});

test('a full line gives a receipt: when the last seat and the last waiting place went', () => {
  expect(refused({ section: section({}, 'ann', 'bo', 'cy') })).toEqual({
    refused: 'FULL',
    details: { sectionId: 's', opensAt: T, lastSeatAt: T + 2_000, lastWaitAt: T + 3_000, arrivedAt: now },
  });
});

test('capacity 0 without a waiting list means nobody', () => {
  expect(refused({ section: section({ capacity: 0, waitlistLimit: 0 }) })).toMatchObject({
    refused: 'FULL',
    details: { lastSeatAt: null, lastWaitAt: null },
  });
});

test.each([
  ['who has no standing', null],
  ['who was never in the waiting room of this batch', standing({}, { batches: {} })],
  ['whose profile changed since', standing({}, { batches: { b: { settledAt: 0, count: 0 } } })],
])('%s is settled first', (_, of) => {
  expect(decide({ standing: of })).toEqual({ do: 'settle' });
});

describe('of several true reasons the first of the order is told', () => {
  const clash = { standing: standing({ a: OLD }), others: [a('me')] };
  const everything = { ...clashing, limit: 1 };
  test.each([
    ['not open before all', { ...everything, opensAt: now + 1 }, 'NOT_OPEN'],
    ['full before clash', { ...everything, lineCount: 3 }, 'FULL'],
    ['clash before limit', everything, 'CLASH'],
    ['limit last', { ...everything, clashIds: [] }, 'LIMIT_REACHED'],
  ])('%s', (_, of, code) => {
    expect(refused({ ...clash, section: { ...section(), ...of } })).toMatchObject({ refused: code });
  });
});

describe('the batch’s limit', () => {
  const full = { a: OLD, c: OLD };
  const seated = [a('me'), c('me')];
  test.each([
    ['one below', { a: OLD }, { limit: 2 }, 'reserve'],
    ['at it', full, { limit: 2 }, { refused: 'LIMIT_REACHED', details: { limit: 2 } }],
    ['no limit said', full, { limit: undefined }, 'reserve'],
  ])('%s', (_, holds, change, expected) => {
    const view = { standing: standing(holds), section: section(change), others: seated };
    expect(refused(view)).toEqual(expected);
  });

  test('waits count as well as seats', () => {
    const waiting = other('c', { capacity: 0, waitlistLimit: 5 }, 'me');
    const view = { standing: standing(full), others: [a('me'), waiting] };
    expect(refused(view)).toMatchObject({ refused: 'LIMIT_REACHED' });
  });

  test('holds of another batch do not count', () => {
    const elsewhere = [{ sectionId: 'x', batchId: 'other', at: OLD }];
    const batches = { b: { settledAt: 1, count: 0 }, other: { settledAt: 1, count: 1 } };
    expect(decide({ section: section({ limit: 1 }), standing: standing({}, { holds: elsewhere, batches }) })).toEqual({
      do: 'reserve',
    });
  });

  test('a hold that nobody will use is released before it counts', () => {
    expect(decide({ standing: standing(full), others: [a('me'), c()] })).toEqual({
      do: 'release',
      hold: { sectionId: 'c', batchId: 'b', at: OLD },
    });
  });

  test('a hold that a call in flight may yet use is waited for', () => {
    const holds = { a: OLD, c: YOUNG };
    const view = { standing: standing(holds), others: [a('me'), c()] };
    expect(decide(view)).toEqual({ do: 'wait' });
  });
});

describe('five taps at once: a hold for this very section without an entry', () => {
  test('belongs to a call in flight until the last millisecond of its life', () => {
    expect(decide({ standing: standing({ s: YOUNG }) })).toEqual({ do: 'wait' });
  });
  test('is unused from then on', () => {
    expect(decide({ standing: standing({ s: OLD }) })).toMatchObject({ do: 'release', hold: { at: OLD } });
  });
});

describe('clashes', () => {
  const held = { section: clashing, standing: standing({ a: OLD }) };

  test('a seat there refuses', () => {
    expect(refused({ ...held, others: [a('me')] })).toEqual({
      refused: 'CLASH',
      details: { sectionId: 'a', state: 'SEATED' },
    });
  });

  test('a wait there gives way to a free seat here', () => {
    expect(decide({ ...held, others: [a('ann', 'bo', 'me')] })).toEqual({ do: 'swap', fromIds: ['a'] });
  });

  test('a wait there refuses where there is no free seat here', () => {
    const noSeat = section({ clashIds: ['a'] }, 'ann', 'bo');
    expect(refused({ ...held, section: noSeat, others: [a('ann', 'bo', 'me')] })).toEqual({
      refused: 'CLASH',
      details: { sectionId: 'a', state: 'WAITING' },
    });
  });

  test('the places that the swap gives up do not count towards the limit', () => {
    const view = { ...held, section: { ...clashing, limit: 1 }, others: [a('ann', 'bo', 'me')] };
    expect(decide(view)).toEqual({ do: 'swap', fromIds: ['a'] });
  });

  test('places that stay do', () => {
    const twoHeld = standing({ a: OLD, c: OLD });
    const others = [a('ann', 'bo', 'me'), c('me')];
    expect(refused({ section: { ...clashing, limit: 1 }, standing: twoHeld, others })).toMatchObject({
      refused: 'LIMIT_REACHED',
    });
  });

  test('an unused hold there is released, a young one waited for', () => {
    expect(decide({ ...held, others: [a()] })).toMatchObject({ do: 'release', hold: { sectionId: 'a' } });
    expect(decide({ section: clashing, standing: standing({ a: YOUNG }), others: [a()] })).toEqual({ do: 'wait' });
  });

  test('a hold of a section that is gone is released', () => {
    expect(decide({ ...held, others: [] })).toMatchObject({ do: 'release' });
  });

  test('facts that changed after reserving: the own hold is given back before a swap', () => {
    const view = { section: clashing, standing: standing({ a: OLD, s: now }), others: [a('x', 'y', 'me')] };
    expect(decide({ ...view, ownAt: now })).toMatchObject({ do: 'release', hold: { sectionId: 's', at: now } });
  });
});

test('a place that came back opens at `reopensAt` and not before', () => {
  for (const left of [1, 700, 9_000])
    expect(refused({ section: section({ reopensAt: now + left }) })).toEqual({
      refused: 'BUSY',
      details: { retryAfterMs: REOPENING_RETRY_MS, reopening: true },
    });
  expect(decide({ section: section({ reopensAt: now }) })).toEqual({ do: 'reserve' });
});

test('the lines to see: those that clash, and at the limit those of the batch', () => {
  const holds = standing({ a: OLD, c: OLD });
  expect(linesToSee(section({ clashIds: ['a'], limit: 5 }), holds)).toEqual(['a']);
  expect(linesToSee(section({ clashIds: ['a'], limit: 2 }), holds)).toEqual(['a', 'c']);
  expect(linesToSee(section(), null)).toEqual([]);
});

describe('a tap from before a drop', () => {
  const left = (at: number) => standing({}, { batches: { b: { settledAt: T, count: 0, left: { s: at } } } });
  test.each([
    ['a millisecond before it', now - 1, now, { refused: 'LEFT_SINCE' }],
    ['at its instant', now, now, { refused: 'LEFT_SINCE' }],
    ['after it', now + 1, now, { do: 'reserve' }],
    ['by an app that does not say', undefined, now, { do: 'reserve' }],
  ])('%s', (_, tappedAt, at, expected) => {
    const view = { standing: left(at), tappedAt };
    expect('refused' in expected ? refused(view) : decide(view)).toEqual(expected);
  });

  test('of another section, or who never left, is a tap like any other', () => {
    expect(
      decide({ standing: standing({}, { batches: { b: { settledAt: T, count: 0, left: { c: now } } } }), tappedAt: 1 }),
    ).toEqual({
      do: 'reserve',
    });
    expect(decide({ tappedAt: 1 })).toEqual({ do: 'reserve' });
  });
});

test('a claim that fills my limit and has to look again is not refused because of its own reservation', () => {
  const view = { section: section({ limit: 1 }), standing: standing({ s: now }) };
  expect(decide({ ...view, ownAt: now })).toEqual({ do: 'join' });
  // Control: for another section the same standing is at its limit.
  const elsewhere = { standing: standing({ c: OLD }), others: [c('me')], section: section({ limit: 1 }) };
  expect(refused(elsewhere)).toMatchObject({ refused: 'LIMIT_REACHED' });
});

describe('at the limit only places of this batch are looked at', () => {
  const elsewhere = { sectionId: 'z', batchId: 'other', at: OLD };

  test('a hold of another batch that nobody uses is left alone', () => {
    const full = standing(
      { c: OLD },
      { holds: [elsewhere, { sectionId: 'c', batchId: 'b', at: OLD }], batches: { b: { settledAt: T, count: 2 } } },
    );
    expect(refused({ standing: full, others: [c('me')] })).toMatchObject({ refused: 'LIMIT_REACHED' });
  });

  test('without a limit there is none, however many there are', () => {
    const { limit: _limit, ...open } = section();
    expect(
      decide({ section: open, standing: standing({ c: OLD }, { batches: { b: { settledAt: T, count: 99 } } }) }),
    ).toEqual({ do: 'reserve' });
  });

  test('the lines to see are no lines of another batch, nor this one, and each once', () => {
    const holds = [
      elsewhere,
      { sectionId: 's', batchId: 'b', at: OLD },
      { sectionId: 'c', batchId: 'b', at: OLD },
      { sectionId: 'c', batchId: 'b', at: now },
    ];
    const at = (count: number) => standing({}, { holds, batches: { b: { settledAt: T, count } } });
    expect(linesToSee(section(), at(2))).toEqual(['c']);
    expect(linesToSee(section(), at(1))).toEqual([]);
    expect(linesToSee(section(), standing({}, { batches: {} }))).toEqual([]);
    expect(linesToSee(section(), null)).toEqual([]);
  });
});

describe('a swap', () => {
  const waiting = other('a', { clashIds: ['s'], capacity: 1 }, 'ann', 'me');

  test('comes in the instant in which a place reopens, and not before', () => {
    const at = (reopensAt: number) =>
      refused({ section: { ...clashing, reopensAt }, standing: standing({ a: OLD }), others: [waiting] });
    expect(at(now)).toBe('swap');
    expect(at(now + 1)).toMatchObject({ refused: 'BUSY' });
  });

  test('gives up no place of another batch for the limit of this one', () => {
    const holds = [
      { sectionId: 'a', batchId: 'other', at: OLD },
      { sectionId: 'c', batchId: 'b', at: OLD },
    ];
    const full = standing({}, { holds, batches: { b: { settledAt: T, count: 1 }, other: { settledAt: T, count: 1 } } });
    expect(refused({ section: { ...clashing, limit: 1 }, standing: full, others: [waiting, c('me')] })).toMatchObject({
      refused: 'LIMIT_REACHED',
    });
  });
});

test('a hold of this very call is left to its clash with a seat: the refusal says why', () => {
  const view = { section: clashing, standing: standing({ s: now, a: OLD }), others: [a('me')], ownAt: now };

  expect(refused(view)).toMatchObject({ refused: 'CLASH', details: { sectionId: 'a', state: 'SEATED' } });
});

test('at the limit each hold is looked for in its own line, in whatever order lines were read', () => {
  const holding = standing({ c: OLD, d: OLD });
  const [used, unused] = [c('me'), other('d', {}, 'x')];
  const release = { do: 'release', hold: { sectionId: 'd', batchId: 'b', at: OLD } };

  expect(decide({ standing: holding, others: [used, unused] })).toEqual(release);
  expect(decide({ standing: holding, others: [unused, used] })).toEqual(release);
});

test('a clash is looked for in its own line, in whatever order lines were read', () => {
  const view = { section: clashing, standing: standing({ a: OLD, c: OLD }) };
  const release = { do: 'release', hold: { sectionId: 'a', batchId: 'b', at: OLD } };

  expect(decide({ ...view, others: [c('me'), a('x')] })).toEqual(release);
});
