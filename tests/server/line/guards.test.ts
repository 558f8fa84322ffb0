import type { BatchDraft, Outgoing, Section, Standing } from '../../../domain/model';
import { emptyRoll, type Mark } from '../../../domain/roll/roll';
import { LONGEST_REOPEN_MS, REOPEN_MS } from '../../../domain/line/full-memory';
import { MOST_NUMBER_TRIES, NUMBER_TRIES_WITHIN_MS } from '../../../domain/lesson/check-in-code';
import { MOST_FOLLOWERS } from '../../../domain/telling/class-follow';
import { MOST_MARKS_A_ROLL } from '../../../domain/roll/mark';
import { section as sectionOf, standing as standingOf, T } from '../../domain/line/sections';
import { but, db, found, loosened, overDatabase, put, type Guard } from './over-database';

/**
 * Every condition of every guarded write, one by one: with it nothing is written where it does not hold, and, as the
 * control, without it the very same call writes. So a condition that is removed turns its row red.
 */
overDatabase();

const NOW = T + 60_000;
const me = 'me';
const entry = { memberId: me, at: T + 3_000 };
/** Seats for two and one waiting place. */
const line = (change: Partial<Section> = {}, ...people: string[]) => sectionOf(change, ...people);
const held = (change: Partial<Standing> = {}) => standingOf({}, change);
const draft = { _id: 'd', title: '一期', revision: 4, sections: [] } as unknown as BatchDraft;
const mark = (nonce: string) => ({ nonce, memberId: me, at: 1, state: 'present' }) as unknown as Mark;
const roll = (change: object = {}) => ({
  ...emptyRoll(line(), 0, { startsAt: T }),
  _id: 'r',
  marks: [],
  markCount: 0,
  ...change,
});

const follow = (people: readonly string[], tellAt: number | null = null) => ({
  _id: 's',
  sectionId: 's',
  batchId: 'b',
  people: people.map(memberId => ({ memberId, at: 1 })),
  tellAt,
});

interface Row {
  write: string;
  /** The condition, as the guard names it, or how it is taken away. */
  condition: string | ((guard: Guard) => Guard);
  title: string;
  stored: [string, object];
  call: () => Promise<unknown>;
}

/** The elemMatch on a list that names a hold or an entry by person and instant: without the instant. */
const anyInstant = (field: string, key: string, value: string) => (guard: Guard) => ({
  ...but(field)(guard),
  [`${field}.${key}`]: value,
});

const rows: Row[] = [
  // join
  {
    write: 'join',
    condition: 'revision',
    title: 'the class was changed since the claim was prepared',
    stored: ['sections', line({ revision: 2 })],
    call: () => db.join(line(), me, NOW, NOW),
  },
  {
    write: 'join',
    condition: 'lineCount',
    title: 'the line is full',
    stored: ['sections', line({}, 'a', 'b', 'c')],
    call: () => db.join(line(), me, NOW, NOW),
  },
  {
    write: 'join',
    condition: 'line.memberId',
    title: 'the person stands in it',
    stored: ['sections', line({}, me)],
    call: () => db.join(line(), me, NOW, NOW),
  },
  {
    write: 'join',
    condition: 'reopensAt',
    title: 'a place that came back is not open yet',
    stored: ['sections', line({ reopensAt: NOW + 1 })],
    call: () => db.join(line(), me, NOW, NOW),
  },
  // leave
  {
    write: 'leave',
    condition: 'revision',
    title: 'the seats were changed between the look and the drop',
    stored: ['sections', line({ revision: 2 }, 'a', 'b', me)],
    call: () => db.leave(line({}, 'a', 'b', me), entry, NOW),
  },
  {
    write: 'leave',
    condition: anyInstant('line', 'memberId', me),
    title: 'the entry is of another stay: neither it nor the count changes',
    stored: ['sections', line({}, 'a', me)],
    call: () => db.leave(line({}, 'a', 'b', me), entry, NOW),
  },
  // reserve
  {
    write: 'reserve',
    condition: 'batches.b.settledAt',
    title: 'the person was let in to what was withdrawn since',
    stored: ['standings', held()],
    call: () => db.reserve(line({ publishedAt: T }), me, NOW),
  },
  {
    write: 'reserve',
    condition: 'first',
    title: 'only first-timers may, and this person is none any more',
    stored: ['standings', held({ first: [] })],
    call: () => db.reserve(line({ laterAt: NOW + 1 }), me, NOW),
  },
  {
    write: 'reserve',
    condition: 'batches.b.count',
    title: 'the limit is reached',
    stored: ['standings', held({ batches: { b: { settledAt: T, count: 2 } } })],
    call: () => db.reserve(line({ limit: 2 }), me, NOW),
  },
  {
    write: 'reserve',
    condition: 'holds.sectionId',
    title: 'the person holds a place here',
    stored: ['standings', standingOf({ s: 1 })],
    call: () => db.reserve(line({ limit: 5 }), me, NOW),
  },
  {
    write: 'reserve',
    condition: 'holds.sectionId',
    title: 'the person holds a place in a class that clashes',
    stored: ['standings', standingOf({ other: 1 })],
    call: () => db.reserve(line({ limit: 5, clashIds: ['other'] }), me, NOW),
  },
  {
    write: 'reserve',
    condition: 'batches.b.not',
    title: 'the class is not for this person',
    stored: ['standings', held({ batches: { b: { settledAt: T, count: 0, not: ['s'] } } })],
    call: () => db.reserve(line(), me, NOW),
  },
  {
    write: 'reserve',
    condition: 'batches.b.left.s',
    title: 'the person has left since the tap',
    stored: ['standings', held({ batches: { b: { settledAt: T, count: 0, left: { s: NOW } } } })],
    call: () => db.reserve(line(), me, NOW + 1, NOW),
  },
  {
    write: 'noteLeaving',
    condition: 'batches.b.count',
    title: 'the batch is not settled: a note alone would pass for a settlement',
    stored: ['standings', held({ batches: {} })],
    call: () => db.noteLeaving(line(), me, NOW),
  },
  {
    write: 'release',
    condition: anyInstant('holds', 'sectionId', 's'),
    title: 'the hold is a newer one: neither it nor the count changes',
    stored: ['standings', standingOf({ s: NOW })],
    call: () => db.release(me, { sectionId: 's', batchId: 'b', at: T }),
  },
  {
    write: 'restore',
    condition: 'holds.sectionId',
    title: 'the same person claims again while it is mended: no second hold',
    stored: ['standings', standingOf({ s: NOW })],
    call: () => db.restore(me, { sectionId: 's', batchId: 'b', at: T }),
  },
  // settle
  {
    write: 'settle',
    condition: 'holds.0',
    title: 'a first-timer has gained a place between the look and the write',
    stored: ['standings', standingOf({ other: 1 })],
    call: () => db.settle(held(), me, 'b', NOW, { later: false }),
  },
  {
    write: 'settle',
    condition: 'batches.b.count',
    title: 'settled before, and nobody is there any more who was',
    stored: ['standings', held({ batches: {} })],
    call: () => db.settle(held(), me, 'b', NOW),
  },
  // others
  {
    write: 'writeDraft',
    condition: 'revision',
    title: 'somebody else has written meanwhile',
    stored: ['drafts', { ...draft, revision: 5 }],
    call: async () => (await db.writeDraft(draft, { title: '二期' }, NOW)) !== undefined,
  },
  {
    write: 'appendMarks',
    condition: 'closedAt',
    title: 'the lesson is closed',
    stored: ['rolls', roll({ closedAt: 1 })],
    call: () => db.appendMarks('r', [mark('n')]),
  },
  {
    write: 'appendMarks',
    condition: 'markCount',
    title: 'the roll is full, also where only some of the marks would fit',
    stored: ['rolls', roll({ markCount: MOST_MARKS_A_ROLL - 1 })],
    call: () => db.appendMarks('r', [mark('n'), mark('o')]),
  },
  {
    write: 'appendMarks',
    condition: 'marks.nonce',
    title: 'one of the marks is on the roll',
    stored: ['rolls', roll({ marks: [mark('n')], markCount: 1 })],
    call: () => db.appendMarks('r', [mark('m'), mark('n')]),
  },
  {
    write: 'appendFirstMark',
    condition: 'marks.memberId',
    title: 'somebody has marked the person meanwhile',
    stored: ['rolls', roll({ marks: [mark('m')], markCount: 1 })],
    call: () => db.appendFirstMark('r', mark('n')),
  },
  {
    write: 'appendFirstMark',
    condition: 'guests.seatOf',
    title: 'the seat of the person is lent',
    stored: ['rolls', roll({ guests: [{ memberId: 'guest', seatOf: me, as: 'lent' }] })],
    call: () => db.appendFirstMark('r', mark('n')),
  },
  {
    write: 'writeLinks',
    condition: 'revision',
    title: 'the class was changed since it was looked at',
    stored: ['sections', line({ revision: 2 })],
    call: () => db.writeLinks([{ ...line(), clashIds: ['other'] }]),
  },
  // follows of a full class
  {
    write: 'addFollower',
    condition: 'people.memberId',
    title: 'the person follows it',
    stored: ['classFollows', follow([me])],
    call: () => db.addFollower('s', entry),
  },
  {
    write: 'addFollower',
    condition: `people.${MOST_FOLLOWERS - 1}`,
    title: 'as many people follow it as can be told at once',
    stored: ['classFollows', follow(Array.from({ length: MOST_FOLLOWERS }, (_one, index) => `m${index}`))],
    call: () => db.addFollower('s', entry),
  },
  {
    write: 'addFollower',
    condition: 'tellAt',
    title: 'it is being told, and nobody joins who would not be told',
    stored: ['classFollows', follow(['a'], NOW)],
    call: () => db.addFollower('s', entry),
  },
  {
    write: 'beginTelling',
    condition: 'tellAt',
    title: 'another run has fixed the instant',
    stored: ['classFollows', follow(['a'], NOW)],
    call: () => db.beginTelling('s', NOW + 1),
  },
  {
    write: 'endTelling',
    condition: 'tellAt',
    title: 'those who were told are gone, and others follow it now',
    stored: ['classFollows', follow(['a'])],
    call: () => db.endTelling('s', NOW),
  },
  {
    write: 'removeIfEmpty',
    condition: 'people.0',
    title: 'somebody has followed it meanwhile',
    stored: ['classFollows', follow(['a'])],
    call: () => db.removeIfEmpty('s'),
  },
];

const nameOf = ({ write, condition, title }: Row) =>
  `${write}, ${typeof condition === 'string' ? condition : 'by its instant'}: ${title}`;

describe.each(rows.map(row => [nameOf(row), row] as const))(
  '%s',
  (_, { stored: [name, document], call, condition }) => {
    const state = () => JSON.stringify(found(name, (document as { _id: string })._id));
    beforeEach(() => put(name, document));

    test('nothing is written', async () => {
      const before = state();
      expect(await call()).toBeFalsy();
      expect(state()).toBe(before);
    });

    test('control: without the condition it is', async () => {
      loosened(typeof condition === 'string' ? but(condition) : condition);
      const before = state();
      await call();
      expect(state()).not.toBe(before);
    });
  },
);

describe('leave: which of its two writes', () => {
  const full = line({}, 'a', 'b', me);
  const roomy = line({}, 'a', me, 'b');
  const reopens = async (stored: Section, seen: Section, who = entry) => {
    await put('sections', stored);
    const before = Date.now();
    expect(await db.leave(seen, who, NOW)).not.toBeNull();
    const { reopensAt, lineCount } = found<Section>('sections', 's');
    expect(lineCount).toBe(stored.lineCount - 1);
    return reopensAt === 0 ? null : { early: reopensAt - before, late: reopensAt - Date.now() };
  };

  test('the line fills between the look and the drop: its place opens to newcomers later all the same', async () => {
    const seen = { ...full, line: full.line.slice(1), lineCount: 2 };
    const when = await reopens(full, seen);
    expect(when!.early).toBeGreaterThanOrEqual(REOPEN_MS);
    expect(when!.late).toBeLessThanOrEqual(LONGEST_REOPEN_MS);
    // Control: without the condition the place would be open at once.
    loosened(but('lineCount'));
    expect(await reopens(full, seen)).toBeNull();
  });

  test('the line empties between the look and the drop: its place is open at once', async () => {
    const stored = { ...roomy, line: roomy.line.slice(0, 2), lineCount: 2 };
    const mine = stored.line[1]!;
    expect(await reopens(stored, roomy, mine)).toBeNull();
    loosened(but('lineCount'));
    expect(await reopens(stored, roomy, mine)).not.toBeNull();
  });

  test('late: of two notes of the same person the one that is there is written over, and nobody else’s', async () => {
    const seen = line({ lateDrops: [{ memberId: me, at: 1 }] }, 'a', 'b', me);
    await put('sections', { ...seen, lateDrops: [{ memberId: 'b', at: 1 }] });
    expect(await db.leave(seen, entry, NOW, true)).toBeNull();
    await put('sections', seen);
    expect(await db.leave(seen, entry, NOW, true)).not.toBeNull();
    expect(found<Section>('sections', 's').lateDrops).toEqual([{ memberId: me, at: NOW }]);
  });
});

describe('settle: the count of one settled before stays', () => {
  test('settled twice at once, with a claim between: the count stays, and the limit holds', async () => {
    // Both looked before anything was settled; the first has settled, and a claim has reserved since.
    const stale = held({ batches: {} });
    await put('standings', standingOf({ s: NOW }));
    expect(await db.settle(stale, me, 'b', NOW)).toBe(true);
    expect(found<Standing>('standings', me).batches['b']).toMatchObject({ count: 1 });
    expect(await db.reserve(line({ _id: 'other', limit: 1 }), me, NOW)).toBe(false);
    // Control: without the condition the count is reset, and the same claim passes the limit.
    loosened(guard =>
      'batches.b.count' in guard && !('holds.sectionId' in guard) ? but('batches.b.count')(guard) : guard,
    );
    await db.settle(stale, me, 'b', NOW);
    loosened(guard => guard);
    expect(await db.reserve(line({ _id: 'other', limit: 1 }), me, NOW)).toBe(true);
  });
});

describe('swap', () => {
  const always = { opensAt: 0, closesAt: 8e15 };
  /** I wait in `from`, and `to` has a free seat. */
  const swapOutOf = async (from: Section) => {
    await put('sections', line({ ...always, _id: 'to', clashIds: ['from'] }, 'x'));
    await put('sections', from);
    await put('standings', standingOf({ from: T + 3_000 }));
    const before = Date.now();
    const after = await db.swap(me, 'to', ['from']);
    expect(after!.line.map(one => one.memberId)).toEqual(['x', me]);
    expect(after!.line.at(-1)!.at).toBeGreaterThanOrEqual(before);
    expect(found<Section>('sections', 'to')).toEqual(after);
    const { line: left, lineCount, reopensAt } = found<Section>('sections', 'from');
    expect(left.map(one => one.memberId)).toEqual(['a', 'b']);
    expect(lineCount).toBe(2);
    return reopensAt === 0 ? null : reopensAt - before;
  };

  test('a wait that it gives up in a full line opens to newcomers only after seconds, like a drop', async () => {
    const full = line({ ...always, _id: 'from', clashIds: ['to'] }, 'a', 'b', me);
    expect(await swapOutOf(full)).toBeGreaterThanOrEqual(REOPEN_MS);
  });

  test('control: in a line that was not full it is open at once', async () => {
    const roomy = line({ ...always, _id: 'from', clashIds: ['to'], waitlistLimit: 2 }, 'a', 'b', me);
    expect(await swapOutOf(roomy)).toBeNull();
  });
});

describe('takeNumberTry', () => {
  const tried = (...numberTries: number[]) => held({ numberTries });
  const recent = (count: number, oldest: number) => [oldest, ...Array.from({ length: count - 1 }, () => NOW - 1)];

  test.each([
    ['who has never tried', tried(), true],
    ['the last but one', tried(...recent(MOST_NUMBER_TRIES - 1, NOW - 1)), true],
    ['whose tries are used up', tried(...recent(MOST_NUMBER_TRIES, NOW - NUMBER_TRIES_WITHIN_MS + 1)), false],
    ['whose oldest try has run out', tried(...recent(MOST_NUMBER_TRIES, NOW - NUMBER_TRIES_WITHIN_MS)), true],
  ])('%s', async (_, standing, taken) => {
    await put('standings', standing);
    await put('standings', { ...tried(), _id: 'somebody' });
    expect(await db.takeNumberTry(me, NOW)).toBe(taken);
    const after = found<Standing>('standings', me).numberTries ?? [];
    expect(after.at(-1) === NOW).toBe(taken);
    expect(after.length).toBeLessThanOrEqual(MOST_NUMBER_TRIES);
    expect(found<Standing>('standings', 'somebody').numberTries).toEqual([]);
  });
});

test('deliver: what is delivered already keeps the instant at which it was', async () => {
  const outgoing: Outgoing = {
    _id: 'o',
    kind: 'PROMOTED',
    sectionId: 's',
    batchId: 'b',
    title: '',
    to: [],
    push: null,
    lessonAt: null,
    createdAt: 1,
    doneAt: 5,
  };
  await put('outbox', outgoing);
  await db.deliver(outgoing, NOW);
  expect(found<Outgoing>('outbox', 'o').doneAt).toBe(5);
  loosened(but('doneAt'));
  await db.deliver(outgoing, NOW);
  expect(found<Outgoing>('outbox', 'o').doneAt).toBe(NOW);
});
