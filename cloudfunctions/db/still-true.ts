import type { Notice } from '../../domain/model';
import { rollIdOf } from '../../domain/roll';
import { comingTo } from '../../domain/rules/remind';
import { read } from './database';

/** A reminder that waited, for the morning or for WeChat, may have been overtaken. Other notices tell what has happened. */
export async function isStillTrue({ kind, batchId, sectionId, memberId, push }: Notice, now: number): Promise<boolean> {
  if (kind === 'OPENING') {
    const batch = await read('batches', batchId);
    return batch?.state === 'scheduled' && batch.opensAt === push?.lessonAt && now < batch.opensAt;
  }
  if (kind !== 'TOMORROW') return true;
  const section = await read('sections', sectionId);
  const index = section?.lessons.findIndex(one => !one.cancelled && one.startsAt === push?.lessonAt) ?? -1;
  if (!section || index < 0 || section.cancelledAt !== undefined || now >= (push?.lessonAt ?? 0)) return false;
  return comingTo(section, await read('rolls', rollIdOf(sectionId, index))).some(one => one.memberId === memberId);
}
