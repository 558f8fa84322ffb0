import type { Batch, Follow, Notice } from '../../domain/model';
import { mayRingAt } from '../../domain/telling/quiet-hours';
import { EARLIEST_MS, openingId, openingWords, remindFrom, TOLD_A_MINUTE } from '../../domain/telling/remind';
import { addNotices } from './add-notices';
import { countFollowers } from './count-followers';
import { _, find, read, readMany, updateAll } from '../base/database';

const PAGE = 300;

/**
 * 开放前提醒: tells the people who follow a batch, a limited number each minute. The follow notes that they were told, after
 * the notices are written. If a crash comes in between, the next run finds the notices there, because their ids are
 * deterministic.
 */
export async function remindOpening(startedAt: number, until: number, hasTemplate: boolean): Promise<number> {
  const soon = { state: 'scheduled', opensAt: _.gt(startedAt).and(_.lte(startedAt + EARLIEST_MS)) };
  let told = 0;
  for (const batch of await find('batches', soon, { orderBy: ['opensAt', 'asc'] })) {
    const followers = await countFollowers(batch._id);
    if (followers === 0 || startedAt < remindFrom(batch.opensAt, followers)) continue;
    while (told < TOLD_A_MINUTE && Date.now() < until && (await isAsPlanned(batch))) {
      const page = await find('follows', { batchId: batch._id, toldFor: _.neq(batch.opensAt) }, { limit: PAGE });
      if (page.length === 0) break;
      await tell(batch, page, hasTemplate);
      told += page.length;
    }
  }
  return told;
}

/** Checks the batch again, because staff may move or withdraw it while thousands are being told. */
async function isAsPlanned({ _id, opensAt }: Batch): Promise<boolean> {
  const batch = await read('batches', _id);
  return batch?.state === 'scheduled' && batch.opensAt === opensAt && Date.now() < opensAt;
}

async function tell(batch: Batch, page: Follow[], hasTemplate: boolean): Promise<void> {
  const ids = page.map(follow => follow.memberId);
  // Most people have agreed to no message, so the notice is their only operation.
  const ledgers = hasTemplate ? await readMany('consents', ids) : [];
  const agreed = new Set(ledgers.filter(one => (one.left.opening ?? 0) > 0).map(one => one._id));
  const now = Date.now();
  await addNotices(ids.map(memberId => noticeFor(batch, memberId, agreed.has(memberId), now)));
  await updateAll('follows', { _id: _.in(page.map(follow => follow._id)) }, { toldFor: batch.opensAt });
}

const noticeFor = (batch: Batch, memberId: string, agreed: boolean, now: number): Notice => ({
  _id: openingId(batch._id, batch.opensAt, memberId),
  memberId,
  kind: 'OPENING',
  sectionId: '',
  batchId: batch._id,
  title: batch.title,
  text: openingWords(batch),
  createdAt: now,
  readAt: null,
  push: {
    kind: 'opening',
    state: agreed ? 'due' : 'unasked',
    notBefore: mayRingAt('OPENING', batch.opensAt, now),
    tries: 0,
    lessonAt: batch.opensAt,
  },
});
