import type { Notice } from '../../domain/model';
import { comingAt } from './coming-at';
import { read } from './database';

/** A reminder that waited, for the morning or for WeChat, may have been overtaken. Other notices tell what has happened. */
export async function isStillTrue({ kind, batchId, sectionId, memberId, push }: Notice, now: number): Promise<boolean> {
  if (kind === 'OPENING') {
    const batch = await read('batches', batchId);
    return batch?.state === 'scheduled' && batch.opensAt === push?.lessonAt && now < batch.opensAt;
  }
  if (kind !== 'TOMORROW') return true;
  const coming = await comingAt(sectionId, push?.lessonAt, now);
  return coming?.people.some(one => one.memberId === memberId) ?? false;
}
