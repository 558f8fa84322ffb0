import type { BatchCard, MyPlace, SectionCard } from '../../domain/api';
import type { Batch, Section } from '../../domain/model';
import type { RoomLeft } from '../../domain/line/room-left';
import { offeredBy } from '../../domain/batch/offered';
import { cardTerms } from '../../domain/draft/terms';
import { declarationPrint } from '../line/declaration';

/** The parts of a batch that everybody may see. */
export const batchCard = (batch: Batch, left: RoomLeft): BatchCard => ({
  batchId: batch._id,
  title: batch.title,
  union: batch.union,
  ...cardTerms(batch),
  sectionCount: batch.sectionCount,
  capacity: batch.capacity,
  categories: batch.categories,
  firstLessonAt: batch.firstLessonAt,
  lastLessonAt: batch.lastLessonAt,
  ...printed(batch),
  ...left,
});

function printed(batch: Batch): Pick<BatchCard, 'declarationPrint'> {
  const print = declarationPrint(batch);
  return print === undefined ? {} : { declarationPrint: print };
}

/** A batch that nobody has come to yet. */
export const newBatchCard = (batch: Batch): BatchCard =>
  batchCard(batch, { seatsLeft: batch.capacity, waitingLeft: 0 });

/** The fields of a section that a card shows. They never include the line, nor the ids of those who run it. */
export const CARD_FIELDS = [
  '_id',
  'batchId',
  'kind',
  'walkInFrom',
  'course',
  'category',
  'name',
  'instructor',
  'organisation',
  'place',
  'schedule',
  'lessons',
  'audienceText',
  'note',
  'bring',
  'roomCapacity',
  'invited',
  'capacity',
  'waitlistLimit',
  'dropUntil',
  'freezeAt',
  'clashIds',
  'cancelledAt',
] as const;

/** The parts of a section that everybody may see. */
export const sectionCard = (section: Pick<Section, (typeof CARD_FIELDS)[number]>): SectionCard => ({
  sectionId: section._id,
  batchId: section.batchId,
  ...offeredBy(section),
  dropUntil: section.dropUntil,
  freezeAt: section.freezeAt ?? null,
  clashIds: section.clashIds,
  cancelledAt: section.cancelledAt ?? null,
});

export const batchOfPlace = (batch: Batch): MyPlace['batch'] => ({
  batchId: batch._id,
  title: batch.title,
  union: batch.union,
  categories: batch.categories,
  ...(batch.contact ? { contact: batch.contact } : {}),
  ...(batch.contactName ? { contactName: batch.contactName } : {}),
});
