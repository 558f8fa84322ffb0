import { shortId } from '../../../domain/line/tally';
import { headOf, headsIn } from '../../../domain/report/head';
import { withoutHead } from '../../../domain/report/section-sum';
import type { BatchSum } from '../../../domain/report/sum';
import { _, find, read, updateAll, updateWhere } from '../../base/database';
import { Conflict } from '../../base/transaction';
import { aliasOf, ON_RECORD } from './alias';

/** A small page, because one document may hold the short ids of a whole crowd. */
const PAGE = 5;
const TRIES = 6;

/**
 * Exchanges the person's head in every class for the one that the rolls give now, so that the numbers stay the same. It
 * runs when no line and no roll names the person any more.
 */
export async function forgetInSums(memberId: string, seed: string): Promise<void> {
  // A sum that is being made of older rolls is not stored after this.
  await updateAll('sums', { revision: _.gt(0) }, { revision: _.inc(1) });
  for (let after = ''; ;) {
    const page = await find('sums', { _id: _.gt(after) }, { orderBy: ['_id', 'asc'], limit: PAGE });
    for (const sum of page) await forgetIn(sum, memberId, seed);
    const last = page[page.length - 1];
    if (!last || page.length < PAGE) return;
    after = last._id;
  }
}

async function forgetIn(found: BatchSum, memberId: string, seed: string): Promise<void> {
  let sum: BatchSum | null = found;
  for (let tries = 0; sum && tries < TRIES; tries += 1) {
    const { _id, revision }: BatchSum = sum;
    const changes = changesOf(sum, memberId, seed);
    if (Object.keys(changes).length === 0) return;
    if (await updateWhere('sums', { _id, revision }, { ...changes, revision: _.inc(1) })) return;
    sum = await read('sums', _id);
  }
  if (sum) throw new Conflict(`the sum of ${sum._id} stays contended`);
}

function changesOf({ sections, away }: BatchSum, memberId: string, seed: string): Record<string, unknown> {
  const changes: Record<string, unknown> = {};
  for (const [sectionId, section] of Object.entries(sections)) {
    const without = withoutHead(section, headOf(memberId), headOf(aliasOf(seed, sectionId)));
    if (without === 'anew') changes[`sections.${sectionId}`] = _.remove();
    else if (without) changes[`sections.${sectionId}`] = _.set(without);
  }
  const [me, other] = [shortId(memberId), shortId(aliasOf(seed, ON_RECORD))];
  const people = headsIn(away?.people ?? '');
  if (people.includes(me)) changes['away.people'] = people.map(one => (one === me ? other : one)).join('');
  return changes;
}
