import { _ } from '../base/database';
import { empty, inLots, range, things, thrownBy, type Observations } from './observe';

const MANY = 1_005;
const KB = 1_024;
const SIZES_KB = [256, 512, 1_024, 2_048, 4_096, 8_192, 12_288, 15_360, 17_408];
const LENGTHS = [1_000, 10_000, 50_000];

const found = async (query: unknown): Promise<number | string> => {
  let count = 0;
  const thrown = await thrownBy(async () => (count = ((await query) as { data: unknown[] }).data.length));
  return thrown === undefined ? count : 'refused';
};

/** How much a request and a document may hold. Our own writes stay below these limits, and our reads go in pages. */
export async function probeLimits(seen: Observations): Promise<void> {
  const many = range(MANY).map(i => ({ _id: `many-${i}`, many: true }));
  const atOnce = await thrownBy(() => things().add({ data: many.slice(0, 5) as never }));
  seen.set('limit.addMany', atOnce === undefined ? 'taken' : 'refused');
  await inLots(many, 100, async one =>
    thrownBy(() =>
      things()
        .doc(one._id)
        .set({ data: { many: true } }),
    ),
  );
  const all = things().where({ many: true });
  seen.set('limit.getDefault', await found(all.get()));
  seen.set('limit.getMost', await found(all.limit(2_000).get()));
  for (const size of [1_000, 5_000])
    seen.set(
      `limit.in${size}`,
      await found(
        things()
          .where({ _id: _.in(range(size).map(i => `many-${i}`)) })
          .limit(1_000)
          .get(),
      ),
    );

  let largest = 0;
  let refusal = 'none';
  for (const size of SIZES_KB) {
    const thrown = await thrownBy(() =>
      things()
        .doc('large')
        .set({ data: { text: 'x'.repeat(size * KB) } }),
    );
    if (thrown !== undefined) {
      refusal = String((thrown as { message?: unknown }).message ?? thrown).slice(0, 200);
      break;
    }
    largest = size;
  }
  seen.set('limit.documentKb', largest);
  seen.set('limit.documentRefusal', refusal);

  let longest = 0;
  for (const length of LENGTHS) {
    const list = range(length).map(i => `m${i}`);
    if ((await thrownBy(() => things().doc('long').set({ data: { list } }))) !== undefined) break;
    longest = length;
  }
  seen.set('limit.arrayItems', longest);
  await empty();
}
