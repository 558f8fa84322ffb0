import { DAY } from '../../../domain/base/clock';
import type { Erasure, Notice } from '../../../domain/model';
import { GONE_NAME } from '../../../domain/privacy/anonymous';
import { QUIET_MS } from '../../../domain/privacy/erase';
import { KEPT_MS } from '../../../domain/privacy/privacy';
import { emptyRoll } from '../../../domain/roll/roll';
import { section as line, standing, T } from '../../domain/line/sections';
import { db, emulated, found, loosened, overDatabase, put } from '../line/over-database';

/** An erasure, a night's clearing up and a consent change what they mean, and leave alone what is beside it. */
overDatabase();

const me = `m${'1'.repeat(24)}`;
const other = `m${'2'.repeat(24)}`;
const ALIAS = `x${'3'.repeat(24)}`;
const NOW = T + 400 * DAY;
const erasure = (change: Partial<Erasure> = {}): Erasure => ({
  _id: me,
  startedAt: NOW,
  doneAt: null,
  seed: 'seed',
  missed: [],
  pending: [],
  cameBefore: true,
  forgetAt: NOW + DAY,
  ...change,
});

/** Removes every document of these tests. */
const clear = async () => {
  for (const name of ['invites', 'rehearsals', 'waivers', 'erasures', 'rolls', 'outbox', 'tallies', 'record'] as const)
    for (const { _id } of emulated.database.read<{ _id: string }>(name)) await db.remove(name, _id);
};
beforeEach(clear);

test('acts: what the person wrote, used, rehearsed and waived, and nothing of others', async () => {
  const invite = { usedBy: 'u', createdBy: 'c', name: '何燕', invitedBy: '王敏' };
  await put('invites', { _id: 'used', ...invite, usedBy: me });
  await put('invites', { _id: 'written', ...invite, createdBy: me });
  await put('invites', { _id: 'beside', ...invite, usedBy: other, createdBy: other });
  for (const [_id, by] of [
    ['mine', me],
    ['beside', other],
  ] as const) {
    await put('rehearsals', { _id, by, byName: '王敏' });
    await put('waivers', { _id, by });
  }

  await db.forgetInActs(me, ALIAS, NOW);

  expect(found('invites', 'used')).toEqual({ _id: 'used', ...invite, usedBy: ALIAS, name: GONE_NAME });
  expect(found('invites', 'written')).toEqual({ _id: 'written', ...invite, createdBy: ALIAS, invitedBy: GONE_NAME });
  expect(found('invites', 'beside')).toEqual({ _id: 'beside', ...invite, usedBy: other, createdBy: other });
  expect(found('rehearsals', 'mine')).toEqual({ _id: 'mine', by: ALIAS, byName: GONE_NAME });
  expect(found('rehearsals', 'beside')).toEqual({ _id: 'beside', by: other, byName: '王敏' });
  expect(['mine', 'beside'].map(id => found('waivers', id))).toEqual([
    { _id: 'mine', by: ALIAS },
    { _id: 'beside', by: other },
  ]);
});

test('tallies: each list of those turned away is rewritten for itself', async () => {
  const short = (id: string) => id.slice(1, 9);
  await put('tallies', { _id: 'a', turnedAway: { s: short(me) } });
  await put('tallies', { _id: 'b', turnedAway: { s: `${short(other)}${short(me)}` } });

  await db.forgetInTallies(me, ALIAS);

  expect(found('tallies', 'a')).toEqual({ _id: 'a', turnedAway: { s: short(ALIAS) } });
  expect(found('tallies', 'b')).toEqual({ _id: 'b', turnedAway: { s: `${short(other)}${short(ALIAS)}` } });
});

describe('an erasure', () => {
  const absent = {
    ...emptyRoll(line(), 0, { startsAt: NOW - DAY }),
    closedAt: NOW - 1,
    noShows: [me],
    appealOpen: false,
  };

  test.each([
    ['of this beginning', {}, [NOW - DAY]],
    ['of another beginning', { startedAt: NOW - 1 }, []],
  ])('%s: absences that were noted since', async (_, change, missed) => {
    await put('erasures', erasure(change));
    await put('erasures', erasure({ _id: other }));
    await put('rolls', absent);

    await db.pass(erasure(), NOW, NOW + 1_000_000);

    expect(found<Erasure>('erasures', me).missed).toEqual(missed);
    expect(found<Erasure>('erasures', other).missed).toEqual([]);
  });

  test.each([
    ['of this beginning is over', {}, { doneAt: NOW + QUIET_MS, seed: '' }],
    ['of another beginning is not', { startedAt: NOW - 1 }, { doneAt: null, seed: 'seed' }],
    ['that is over stays as it was', { doneAt: NOW, seed: 'old' }, { doneAt: NOW, seed: 'old' }],
  ])('%s', async (_, change, after) => {
    await put('erasures', erasure(change));
    await put('erasures', erasure({ _id: other }));

    expect(await db.pass(erasure(), NOW + QUIET_MS, NOW + QUIET_MS + 1_000_000)).toBe(true);

    expect(found('erasures', me)).toMatchObject(after);
    expect(found('erasures', other)).toEqual(erasure({ _id: other }));
  });

  test('takes the person out of what is still to be told, and nobody else', async () => {
    const to = [{ memberId: me }, { memberId: other }];
    await put('outbox', { _id: 'o', to, doneAt: null, createdAt: NOW });
    await put('erasures', erasure());

    await db.pass(erasure(), NOW, NOW + 1_000_000);

    expect(found('outbox', 'o')).toMatchObject({ to: [{ memberId: other }] });
  });
});

describe('a night', () => {
  test('gives up the places of a batch that ended years ago, and notes it at that batch', async () => {
    const over = { lastLessonAt: NOW - KEPT_MS.classes - 1 };
    await put('batches', { _id: 'b', ...over });
    await put('batches', { _id: 'still', lastLessonAt: NOW });
    await put('standings', standing({ s: T }));
    const beside = { ...standing({}, { batches: { still: { settledAt: 1, count: 0 } } }), _id: 'beside' };
    await put('standings', beside);

    await db.retireClasses(NOW);

    expect(found('standings', 'me')).toMatchObject({ holds: [], batches: {} });
    expect(found('standings', 'beside')).toEqual(beside);
    expect(found('batches', 'b')).toEqual({ _id: 'b', ...over, anonymousAt: NOW });
    expect(found('batches', 'still')).toEqual({ _id: 'still', lastLessonAt: NOW });
    for (const id of ['b', 'still']) await db.remove('batches', id);
  });

  test('notes whom an old roll is about, and leaves a new one alone', async () => {
    const { appealOpen: _, ...old } = { ...emptyRoll(line(), 0, { startsAt: T }), appealOpen: false, noShows: [me] };
    const fresh = { ...old, _id: 'fresh', appealOpen: false, people: ['nobody'] };
    await put('rolls', old);
    await put('rolls', { ...old, _id: 'second', noShows: [other] });
    await put('rolls', fresh);

    await db.noteWhomRollsAreAbout();

    expect(found('rolls', old._id)).toMatchObject({ people: [me], appealOpen: false });
    expect(found('rolls', 'second')).toMatchObject({ people: [other], appealOpen: false });
    expect(found('rolls', 'fresh')).toEqual(fresh);
  });

  test('leaves alone what was written to between the look and the write', async () => {
    const old = emptyRoll(line(), 0, { startsAt: T });
    const written = { ...old, appealOpen: true, people: [other] };
    await put('rolls', old);
    loosened(async guard => {
      await put('rolls', written);
      return guard;
    });
    await db.noteWhomRollsAreAbout();
    expect(found('rolls', old._id)).toEqual(written);

    const agreed = (at: number) => put('consents', { _id: me, left: {}, at });
    await agreed(NOW - 366 * DAY);
    loosened(async guard => {
      if ('at' in guard) await agreed(NOW);
      return guard;
    });
    await db.retire('night', NOW);
    expect(found('consents', me)).toMatchObject({ at: NOW });
  });

  test('forgets what was pending until now, and follows that were told long ago', async () => {
    const pending = [NOW, NOW + 1].map(until => ({ until, sectionId: 's', alias: ALIAS, startsAt: until }));
    await put('erasures', erasure({ pending: pending as never }));
    const follow = (_id: string, toldFor: number) =>
      put('follows', { _id, toldFor, memberId: me, batchId: 'b', at: NOW });
    await follow('long ago', NOW - KEPT_MS.told - 1);
    await follow('just in time', NOW - KEPT_MS.told);
    await follow('never', 0);
    await put('checks', { _id: 'night', startedAt: NOW });
    await put('checks', { _id: 'before', startedAt: NOW - DAY });

    await db.retire('night', NOW);

    expect(found<Erasure>('erasures', me).pending).toEqual([pending[1]]);
    expect(
      emulated.database
        .read<{ _id: string }>('follows')
        .map(one => one._id)
        .sort(),
    ).toEqual(['just in time', 'never']);
    expect(found('checks', 'night')).toMatchObject({ membersUpTo: '' });
    expect(found('checks', 'before')).toEqual({ _id: 'before', startedAt: NOW - DAY });
  });
});

describe('a consent', () => {
  const call = (tapId: string, memberId = me) =>
    db.consent({ input: { kinds: ['tomorrow'], tapId }, memberId, now: NOW } as never);
  const notice = (_id: string, change: object = {}, push: object = {}) =>
    put('notices', {
      _id,
      memberId: me,
      push: { state: 'unasked', kind: 'tomorrow', lessonAt: NOW + 1, notBefore: 0, tries: 0, ...push },
      ...change,
    });
  const stateOf = (id: string) => found<Notice>('notices', id).push?.state;
  beforeEach(async () => {
    await db.remove('consents', me);
    await put('consents', { _id: other, left: { tomorrow: 5 }, asked: ['x'], at: 1 });
  });

  test('counts once a tap, for the person who agreed', async () => {
    expect(await call('one')).toEqual({ consents: { tomorrow: 1 } });
    expect(await call('one')).toEqual({ consents: { tomorrow: 1 } });
    expect(await call('two')).toEqual({ consents: { tomorrow: 2 } });
    expect(found('consents', other)).toEqual({ _id: other, left: { tomorrow: 5 }, asked: ['x'], at: 1 });
  });

  test('rings for a lesson to come of which the person could not be reminded, and for nothing else', async () => {
    await notice('mine');
    await notice('of another', { memberId: other });
    await notice('sent', {}, { state: 'sent' });
    await notice('of another kind', {}, { kind: 'opening' });
    await notice('begins now', {}, { lessonAt: NOW });

    await call('three');

    expect(['mine', 'of another', 'sent', 'of another kind', 'begins now'].map(stateOf)).toEqual([
      'due',
      'unasked',
      'sent',
      'unasked',
      'unasked',
    ]);
  });
});

test('notices are read by the person to whom they went, once', async () => {
  const of = (_id: string, memberId: string, readAt: number | null) => put('notices', { _id, memberId, readAt });
  await of('new', me, null);
  await of('unnamed', me, null);
  await of('of another', other, null);
  await of('read', me, 7);

  const noticeIds = ['new', 'of another', 'read'];
  expect(await db.readNotices({ input: { noticeIds }, memberId: me, now: NOW } as never)).toEqual({ read: 1 });

  const readAt = (id: string) => found<Notice>('notices', id).readAt;
  expect(['new', 'unnamed', 'of another', 'read'].map(readAt)).toEqual([NOW, null, null, 7]);
});
