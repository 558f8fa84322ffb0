import type { LineEntry, Notice, Section } from '../../domain/model';
import { addOnce } from './add-once';

/** Tells people that they moved from waiting to a seat. The `_id` is deterministic: telling twice is telling once. */
export async function tellPromoted(section: Section, entries: readonly LineEntry[], now: number): Promise<void> {
  const notices = entries.map(({ memberId, at }): Notice => ({
    _id: `promoted-${section._id}-${memberId}-${at}`,
    memberId,
    kind: 'PROMOTED',
    sectionId: section._id,
    batchId: section.batchId,
    title: `${section.course}${section.name}`,
    createdAt: now,
    readAt: null,
  }));
  await Promise.all(notices.map(notice => addOnce('notices', notice)));
}
