import { databaseBelow } from '../base/cloud';
import { _ } from '../base/database';
import { failureOf } from '../base/failure';
import { PROBE_COLLECTION, range, things, thrownBy, type Observations } from './observe';

interface Returned {
  updated?: number;
  doc?: { n: number; list: string[] } | null;
}

const SEATS = 5;
const CROWD = 20;

/**
 * Whether the environment knows the write that returns the document (`server/base/update-and-read.ts`), and whether what
 * it answers is right: the document after the update, nothing where the guard does not hold, and each of a crowd the
 * state of its own write. An environment that does not know it answers nothing wrong.
 */
export async function probeReturning(seen: Observations): Promise<void> {
  await things()
    .doc('returned')
    .set({ data: { n: 0, list: [] } });
  const join = (name: string): Promise<Returned> =>
    databaseBelow
      .collection(PROBE_COLLECTION)
      .where({ _id: 'returned', n: _.lt(SEATS), list: _.neq(name) })
      .updateAndReturn({ list: _.push([name]), n: _.inc(1) });

  let first: Returned = {};
  const thrown = await thrownBy(async () => (first = await join('me')));
  seen.set('returning.known', thrown === undefined);
  seen.set('returning.words', thrown === undefined ? 'none' : `${failureOf(thrown)} ${String(thrown)}`.slice(0, 300));
  if (thrown !== undefined) return seen.set('returning.right', true);

  const again = await join('me');
  const crowd = await Promise.all(range(CROWD).map(i => join(`m${i}`)));
  const won = crowd.flatMap(({ updated, doc }, i) => (updated === 1 ? [{ doc, last: `m${i}` }] : []));
  const states = won.map(({ doc }) => doc?.n).sort();
  seen.set(
    'returning.right',
    first.doc?.n === 1 &&
      first.doc.list.join() === 'me' &&
      again.updated === 0 &&
      !again.doc &&
      states.join() === '2,3,4,5' &&
      won.every(({ doc, last }) => doc?.list.length === doc?.n && doc?.list.at(-1) === last),
  );
}
