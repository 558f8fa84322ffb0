import { _, db } from '../base/database';
import { PROBE_COLLECTION, things, type Observations } from './observe';
import { probeReturning } from './returning';

const updated = (answer: unknown): number => (answer as { stats: { updated: number } }).stats.updated;

/** The errors that our code catches and that its guards rely on. */
export async function probeErrors(seen: Observations): Promise<void> {
  await things()
    .doc('one')
    .set({ data: { n: 1, words: 'text', list: ['a'] } });
  await seen.error('duplicateId', () => things().add({ data: { _id: 'one', n: 2 } }));
  await seen.error('missingCollection', () => db.collection(`${PROBE_COLLECTION}_not_there`).limit(1).get());
  await seen.error('collectionExists', () => db.createCollection(PROBE_COLLECTION));
  await seen.error('badOperator', () =>
    things()
      .where({ n: { $nonsense: 1 } })
      .get(),
  );
  await seen.error('incOnText', () =>
    things()
      .doc('one')
      .update({ data: { words: _.inc(1) } }),
  );
  await seen.error('pushOnText', () =>
    things()
      .doc('one')
      .update({ data: { words: _.push(['x']) } }),
  );

  const missing = (await things().doc('none').get()) as { data: unknown };
  seen.set('document.missingRead', JSON.stringify(missing.data));
  seen.set(
    'document.missingUpdate',
    updated(
      await things()
        .doc('none')
        .update({ data: { n: 1 } }),
    ),
  );
  const removed = (await things().doc('none').remove()) as { stats: { removed: number } };
  seen.set('document.missingRemove', removed.stats.removed);

  const guarded = (guard: object) =>
    things()
      .where({ _id: 'one', ...guard })
      .update({ data: { n: _.inc(1) } });
  seen.set('guard.holds', updated(await guarded({ n: _.lt(2) })));
  seen.set('guard.fails', updated(await guarded({ n: _.lt(2) })));
  const join = () =>
    things()
      .where({ _id: 'one', list: _.neq('me') })
      .update({ data: { list: _.push(['me']) } });
  seen.set('guard.notInArray', updated(await join()) + updated(await join()));
  seen.set('push.sorted', await sortedPush());
  await probeReturning(seen);
}

/** Two lists in one write, of which one is sorted, as a rating does it (`server/rating/give.ts`). */
async function sortedPush(): Promise<string> {
  for (const key of ['b', 'c', 'a'])
    await things()
      .where({ _id: 'one', raters: _.neq(key) })
      .update({ data: { raters: _.push([key]), sheets: _.push({ each: [{ key }], sort: { key: 1 } }) } });
  const { data } = (await things().doc('one').get()) as unknown as {
    data: { raters: string[]; sheets: { key: string }[] };
  };
  return `${data.raters.join()} ${data.sheets.map(sheet => sheet.key).join()}`;
}
