import { dateText, timeText } from '../../domain/base/clock';
import { sectionIdOf } from '../../domain/draft/publish';
import type { Batch, Follow, Notice } from '../../domain/model';
import { followId } from '../../domain/telling/remind';
import type { Wish } from '../../domain/wish/wish';
import { addOnce } from '../base/add-once';
import { apart } from '../base/apart';
import { _, find, readMany, updateWhere } from '../base/database';
import { addNotices } from '../telling/add-notices';

/** The most wishes in one minute. The next minute does the rest. */
const MOST = 20;

/**
 * Tells the voices of a wish, once, that a batch with such a class is published. It runs every minute and finds what is
 * to be told in the documents, so that it may die anywhere and be done again. A notice's id follows from the wish and
 * the batch, so a batch that is withdrawn and published again tells nobody twice. One operation if nothing is to be told.
 */
export async function tellOpened(now: number): Promise<number> {
  const wishes = await find('wishes', { state: 'open', 'taken.toldAt': null }, { limit: MOST });
  if (wishes.length === 0) return 0;
  const untold = wishes.flatMap(wish => wish.taken.filter(one => one.toldAt === null));
  const batches = await readMany('batches', [...new Set(untold.map(one => one.draftId))]);
  const scheduled = batches.filter(batch => batch.state === 'scheduled');
  let told = 0;
  for (const wish of wishes)
    for (const batch of scheduled.filter(one => isUntold(wish, one)))
      told += (await apart(wish._id, () => tell(wish, batch, now))) ?? 0;
  return told;
}

const isUntold = ({ taken }: Wish, { _id }: Batch): boolean =>
  taken.some(one => one.toldAt === null && one.draftId === _id);

async function tell(wish: Wish, batch: Batch, now: number): Promise<number> {
  const keys = wish.taken.filter(one => one.draftId === batch._id && one.toldAt === null).map(one => one.key);
  const found = await readMany(
    'sections',
    keys.map(key => sectionIdOf(batch._id, key)),
  );
  const section = found.find(one => one.cancelledAt === undefined);
  if (!section) {
    // Staff took the class out of the draft before they published it.
    await updateWhere('wishes', { _id: wish._id }, { taken: _.pull({ draftId: batch._id, toldAt: null }) });
    return 0;
  }
  const people = wish.voices.map(voice => voice.memberId);
  if (now < batch.opensAt) {
    const follows = wish.voices.filter(voice => voice.remind).map(voice => followOf(batch, voice.memberId, now));
    for (const follow of follows) await addOnce('follows', follow);
  }
  await addNotices(people.map(memberId => noticeFor(wish, batch, section._id, memberId, now)));
  for (const [index, { draftId, key }] of wish.taken.entries())
    if (draftId === batch._id && keys.includes(key))
      await updateWhere(
        'wishes',
        { _id: wish._id, [`taken.${index}.draftId`]: draftId, [`taken.${index}.key`]: key },
        { [`taken.${index}.toldAt`]: now },
      );
  return people.length;
}

const followOf = ({ _id: batchId }: Batch, memberId: string, at: number): Follow => ({
  _id: followId(batchId, memberId),
  batchId,
  memberId,
  at,
  toldFor: null,
});

const noticeFor = (wish: Wish, batch: Batch, sectionId: string, memberId: string, now: number): Notice => ({
  _id: `wish-${wish._id}-${batch._id}-${memberId}`,
  memberId,
  kind: 'WISH_OPENS',
  sectionId,
  batchId: batch._id,
  title: batch.title,
  text:
    now < batch.opensAt
      ? `您想学的“${wish.title}”要开班了，${dateText(batch.opensAt, now)} ${timeText(batch.opensAt)} 开放报名`
      : `您想学的“${wish.title}”开班了，现在就能报名`,
  createdAt: now,
  readAt: null,
});
