import { PARALLEL } from '../../domain/probe/keys';
import { _, db } from '../base/database';
import { msOf, PROBE_COLLECTION, range, things, thrownBy, type Observations } from './observe';

const OFTEN = 60;
const HOT = 50;

/** How long operations take, one after another and many at once. */
export async function probeLatencies(seen: Observations): Promise<void> {
  await things()
    .doc('one')
    .set({ data: { n: 0, other: 0 } });
  await things()
    .doc('two')
    .set({ data: { n: 0 } });
  const oneByOne = async (name: string, often: number, work: (i: number) => unknown) => {
    const ms: number[] = [];
    // The first one opens connections, so it is not counted.
    await work(-1);
    for (const i of range(often)) ms.push(await msOf(() => work(i)));
    seen.times(name, ms);
  };
  await oneByOne('read', OFTEN, () => things().doc('one').get());
  await oneByOne('update', OFTEN, () =>
    things()
      .where({ _id: 'one', n: _.lt(1e9) })
      .update({ data: { n: _.inc(1) } }),
  );
  await oneByOne('add', OFTEN, i => things().add({ data: { _id: `add-${i}`, n: i } }));
  await oneByOne('transaction', 15, transactionOfThree);

  const hot: number[] = [];
  for (const _round of range(5)) {
    const all = await msOf(() =>
      Promise.all(
        range(HOT).map(() =>
          things()
            .doc('one')
            .update({ data: { n: _.inc(1) } }),
        ),
      ),
    );
    hot.push(all / HOT);
  }
  seen.times('hotUpdate', hot);

  for (const count of PARALLEL) {
    let failed = 0;
    const read = async () => {
      if ((await thrownBy(() => things().doc('two').get())) !== undefined) failed += 1;
    };
    seen.set(`parallel.${count}.ms`, Math.round(await msOf(() => Promise.all(range(count).map(read)))));
    seen.set(`parallel.${count}.failed`, failed);
  }
}

async function transactionOfThree(): Promise<void> {
  const raw = (await db.startTransaction()) as unknown as {
    collection(name: string): ReturnType<typeof db.collection>;
    commit(): Promise<unknown>;
  };
  const mine = raw.collection(PROBE_COLLECTION);
  await mine.doc('one').get();
  await mine.doc('one').update({ data: { n: _.inc(1) } });
  await mine.doc('two').update({ data: { n: _.inc(1) } });
  await raw.commit();
}
