import type { BatchDraft, Hold, Outgoing, RecordEntry } from '../../../domain/model';
import { emptyRoll, type Mark } from '../../../domain/roll/roll';
import { MOST_MARKS_A_ROLL } from '../../../domain/roll/mark';
import { section as line, standing as standingOf, T } from '../../domain/line/sections';
import { db, found, overDatabase, put } from './over-database';

/**
 * Guarded writes where every condition holds, some at their very boundary: the document is written. And where the document
 * is not there: another one for which everything else holds is left alone.
 */
overDatabase();

const NOW = T + 60_000;
const me = 'me';
const hold: Hold = { sectionId: 's', batchId: 'b', at: T };
const held = (change: object = {}) => standingOf({}, change);
const left = (at: number) => held({ batches: { b: { settledAt: T, count: 0, left: { s: at } } } });
const draft = { _id: 'd', title: '一期', revision: 4, sections: [] } as unknown as BatchDraft;
const mark = (nonce: string) => ({ nonce, memberId: me, at: 1, state: 'present' }) as unknown as Mark;
const lesson = { startsAt: T };
const roll = (marks = 0) => ({ ...emptyRoll(line(), 0, lesson), _id: 'r', marks: [], markCount: marks });
const outgoing = { _id: 'o', kind: 'TOMORROW', sectionId: 's', lessonAt: T, to: [], createdAt: T, doneAt: null };
const told = outgoing as unknown as Outgoing;
const oldEntry = { _id: 'e', act: 'draft.create', by: me, at: T, summary: '新建一期' } as unknown as RecordEntry;
const profile = { name: '李文秀', phone: '13800000000' };

interface Write {
  title: string;
  stored: [string, { _id: string }];
  call: () => Promise<unknown>;
}
const writes: Write[] = [
  {
    title: 'join: a place that opens in this instant',
    stored: ['sections', line({ reopensAt: NOW })],
    call: () => db.join(line(), me, NOW, NOW),
  },
  {
    title: 'leave: a line that is full',
    stored: ['sections', line({}, 'a', 'b', me)],
    call: () => db.leave(line({}, 'a', 'b', me), { memberId: me, at: T + 3_000 }, NOW),
  },
  {
    title: 'leave: a line that is not',
    stored: ['sections', line({}, me)],
    call: () => db.leave(line({}, me), { memberId: me, at: T + 1_000 }, NOW),
  },
  {
    title: 'reserve: settled in the instant of the publishing',
    stored: ['standings', held({ batches: { b: { settledAt: T, count: 1 } } })],
    call: () => db.reserve(line({ publishedAt: T, limit: 2 }), me, NOW, NOW),
  },
  {
    title: 'reserve: tapped after the person had left',
    stored: ['standings', left(NOW - 1)],
    call: () => db.reserve(line(), me, NOW, NOW),
  },
  {
    title: 'noteLeaving',
    stored: ['standings', held()],
    call: () => db.noteLeaving(line(), me, NOW),
  },
  {
    title: 'release',
    stored: ['standings', standingOf({ s: T })],
    call: () => db.release(me, hold),
  },
  {
    title: 'restore',
    stored: ['standings', held()],
    call: () => db.restore(me, hold),
  },
  {
    title: 'settle anew',
    stored: ['standings', held()],
    call: () => db.settle(held(), me, 'b', NOW),
  },
  {
    title: 'settle for the first time',
    stored: ['standings', held({ batches: {} })],
    call: () => db.settle(held({ batches: {} }), me, 'b', NOW),
  },
  {
    title: 'writeDraft',
    stored: ['drafts', draft],
    call: async () => (await db.writeDraft(draft, { title: '二期' }, NOW)) !== undefined,
  },
  {
    title: 'appendMarks: exactly as many as there is room for',
    stored: ['rolls', roll(MOST_MARKS_A_ROLL - 2)],
    call: () => db.appendMarks('r', [mark('n'), mark('o')]),
  },
  {
    title: 'writeLinks',
    stored: ['sections', line()],
    call: () => db.writeLinks([{ ...line(), clashIds: ['other'] }]),
  },
];

describe.each(writes.map(write => [write.title, write] as const))('%s', (_, { stored: [name, document], call }) => {
  const state = (id: string) => JSON.stringify(found(name, id));

  test('is written', async () => {
    await put(name, document);
    const before = state(document._id);
    expect(await call()).toBeTruthy();
    expect(state(document._id)).not.toBe(before);
  });

  test('where it is gone, another one is left alone', async () => {
    await db.remove(name as 'sections', document._id);
    await put(name, { ...document, _id: 'another' });
    const before = state('another');
    expect(await call()).toBeFalsy();
    expect(state('another')).toBe(before);
    await db.remove(name as 'sections', 'another');
  });
});

/** Writes that mean one document and look at nothing else of it: one that is beside it stays as it was. */
const named: [string, string, { _id: string }, object, () => Promise<unknown>][] = [
  ['deliver', 'outbox', outgoing, { doneAt: NOW }, () => db.deliver(told, NOW)],
  ['unsettle', 'standings', held(), { batches: { b: { settledAt: 0, count: 0 } } }, () => db.unsettle(me)],
  [
    'saveMember',
    'members',
    { _id: me, name: '' } as { _id: string },
    { name: '李文秀', updatedAt: NOW },
    () => db.saveMember(me, 'openid', profile as never, NOW),
  ],
  ['tellNewcomers', 'outbox', outgoing, { toldUntil: NOW }, () => db.tellNewcomers(told, line({}, 'a'), NOW)],
];

test.each(named)('%s: the document beside it stays as it was', async (_, name, document, change, call) => {
  await put(name, document);
  await put(name, { ...document, _id: 'beside' });
  await call();
  expect(found(name, document._id)).toMatchObject(change);
  expect(found(name, 'beside')).toEqual({ ...document, _id: 'beside' });
  await db.remove(name as 'outbox', 'beside');
});

test('old entries are taken apart, each into its own parts', async () => {
  await put('record', oldEntry);
  await put('record', { ...oldEntry, _id: 'f', summary: '新建二期' });
  expect(await db.takeOldEntriesApart()).toBe(2);
  expect(['e', 'f'].map(id => found<RecordEntry>('record', id).parts)).toEqual([['新建一期'], ['新建二期']]);
});

test('release: the hold of another class that was taken in the same instant stays', async () => {
  await put('standings', standingOf({ other: T }));
  expect(await db.release(me, hold)).toBe(false);
});

test('settle: who was never settled and has gained a place meanwhile is not settled as a first-timer', async () => {
  await put('standings', standingOf({ other: 1 }, { batches: {} }));
  expect(await db.settle(held({ batches: {} }), me, 'b', NOW, { later: false })).toBe(false);
});

test('revokeInvitesOf: what this person wrote, nobody used and nobody revoked', async () => {
  const open = { createdBy: me, usedBy: null, revokedAt: null };
  await put('invites', { _id: 'open', ...open });
  await put('invites', { _id: 'of somebody else', ...open, createdBy: 'somebody' });
  await put('invites', { _id: 'used', ...open, usedBy: 'somebody' });
  await put('invites', { _id: 'revoked', ...open, revokedAt: 1 });

  expect(await db.revokeInvitesOf(me, NOW)).toBe(1);
  const revokedAt = (id: string) => found<{ revokedAt: number | null }>('invites', id).revokedAt;
  expect(['open', 'of somebody else', 'used', 'revoked'].map(revokedAt)).toEqual([NOW, null, null, 1]);
});

test('appendFirstMark: what others say of others does not matter', async () => {
  const others = { marks: [{ ...mark('m'), memberId: 'a' }], guests: [{ memberId: me, seatOf: 'a', as: 'lent' }] };
  await put('rolls', { ...roll(1), ...others });
  expect(await db.appendFirstMark('r', mark('n'))).toBe(true);
  expect(found<{ marks: Mark[] }>('rolls', 'r').marks).toHaveLength(2);
});
