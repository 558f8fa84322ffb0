import type { Notice } from '../../domain/model';
import { comingAt } from '../lesson/coming-at';
import { read } from '../base/database';

/**
 * A message may wait until the morning, or until WeChat takes it. By then a reminder or a lent seat may be out of date,
 * because its lesson has begun. Other notices tell what has happened, so they stay true. The wording of a day is
 * corrected elsewhere (`domain/telling/notice-text.ts`).
 */
export async function isStillTrue({ kind, batchId, sectionId, memberId, push }: Notice, now: number): Promise<boolean> {
  if (kind === 'OPENING') {
    const batch = await read('batches', batchId);
    return batch?.state === 'scheduled' && batch.opensAt === push?.lessonAt && now < batch.opensAt;
  }
  if (kind === 'LENT') return push?.lessonAt == null || now < push.lessonAt;
  if (kind !== 'TOMORROW') return true;
  const coming = await comingAt(sectionId, push?.lessonAt, now);
  return coming?.people.some(one => one.memberId === memberId) ?? false;
}
