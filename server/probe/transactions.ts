import { _, db } from '../base/database';
import { range, things, PROBE_COLLECTION, thrownBy, type Observations } from './observe';

interface Raw {
  collection(name: string): ReturnType<typeof db.collection>;
  commit(): Promise<unknown>;
  rollback(): Promise<unknown>;
}
const begin = async () => {
  const raw = (await db.startTransaction()) as unknown as Raw;
  const mine = raw.collection(PROBE_COLLECTION);
  return { raw, mine, doc: (id: string) => mine.doc(id) };
};
const read = async (id: string) => ((await things().doc(id).get()) as unknown as { data: { n: number } }).data.n;
const write = (n: number) => ({ data: { n } });
const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

/** How transactions collide with each other and with plain writes, and that the guard decides races. */
export async function probeTransactions(seen: Observations): Promise<void> {
  for (const id of ['a', 'b', 'c', 'd', 'e', 'race', 'seats']) await things().doc(id).set(write(0));

  const first = await begin();
  const second = await begin();
  await first.doc('a').update(write(1));
  await seen.error('conflictAtOperation', () => second.doc('a').update(write(2)));
  await first.raw.commit();
  await thrownBy(() => second.raw.rollback());

  const reader = await begin();
  await reader.doc('b').get();
  const locked = await thrownBy(() => things().doc('b').update(write(5)));
  seen.set('transaction.readTakesNoLock', locked === undefined);
  await seen.error('commitAfterForeignWrite', async () => {
    await reader.doc('b').update(write(6));
    await reader.raw.commit();
  });
  await thrownBy(() => reader.raw.rollback());

  const undone = await begin();
  await undone.doc('c').update(write(7));
  await undone.raw.rollback();
  seen.set('transaction.rollback', (await read('c')) === 0 ? 'gone' : 'stays');
  await seen.error('afterRollback', () => undone.doc('c').update(write(8)));

  await probeEscape(seen);
  await probeLock(seen);
  await probeSdk(seen);
  await probeRaces(seen);
}

/** A trap: `where().update()` carries no transaction's id (lint keeps it out of our code). */
async function probeEscape(seen: Observations): Promise<void> {
  const escape = await begin();
  const thrown = await thrownBy(() => escape.mine.where({ _id: 'd' }).update(write(9)));
  await thrownBy(() => escape.raw.rollback());
  seen.set('transaction.whereUpdateEscapes', thrown === undefined ? (await read('d')) === 9 : 'refused');
}

const LOCKED_MS = 400;

async function probeLock(seen: Observations): Promise<void> {
  const holder = await begin();
  await holder.doc('e').update(write(1));
  let ended: string | undefined;
  // Its guard still holds for what everybody sees, but not for what the transaction is about to commit.
  const plain = thrownBy(() =>
    things()
      .where({ _id: 'e', n: _.lt(1) })
      .update(write(2)),
  ).then(thrown => (ended = thrown === undefined ? 'passes' : 'fails'));
  await pause(LOCKED_MS);
  const meanwhile = ended;
  await holder.raw.commit();
  await plain;
  const looked = (await read('e')) === 1 ? 'waits and judges anew' : 'waits and overwrites';
  seen.set('transaction.plainUpdateMeetsLock', meanwhile ?? looked);
}

async function probeSdk(seen: Observations): Promise<void> {
  let runs = 0;
  const one = () =>
    db.runTransaction(async (transaction: unknown) => {
      runs += 1;
      await (transaction as Raw)
        .collection(PROBE_COLLECTION)
        .doc('a')
        .update({ data: { n: _.inc(1) } });
    });
  await Promise.allSettled([one(), one()]);
  seen.set('transaction.retriesOfSdk', runs);
}

const CROWD = 40;
const SEATS = 5;

async function probeRaces(seen: Observations): Promise<void> {
  await Promise.all(
    range(CROWD).map(() =>
      things()
        .doc('race')
        .update({ data: { n: _.inc(1) } }),
    ),
  );
  seen.set('race.lostUpdates', CROWD - (await read('race')));
  const claim = () =>
    things()
      .where({ _id: 'seats', n: _.lt(SEATS) })
      .update({ data: { n: _.inc(1) } }) as Promise<{
      stats: { updated: number };
    }>;
  const sold = await Promise.all(range(CROWD).map(claim));
  seen.set(
    'race.oversold',
    sold.reduce((sum, one) => sum + one.stats.updated, 0),
  );
}
