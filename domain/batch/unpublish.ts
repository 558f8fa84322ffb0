import type { Batch, BatchDraft, Lesson, OfferedSection, Section } from '../model';
import { askNow, askOf } from '../menu/asked';
import { termsOf } from '../draft/terms';
import { offeredBy } from './offered';

/**
 * The draft from which a batch as it is now could have been published: its sections with every change made since.
 * Sections and lessons that were called off are left out. So is the note that a lesson was moved.
 */
export function draftOf(
  batch: Batch,
  sections: readonly Section[],
): Omit<BatchDraft, '_id' | 'createdAt' | 'updatedAt'> {
  const kept = sections.filter(section => section.cancelledAt === undefined).sort((a, b) => (a._id < b._id ? -1 : 1));
  const { terms } = batch;
  return {
    title: batch.title,
    union: batch.union,
    ...termsOf(batch),
    sections: kept.map(section => ({ key: section._id.slice(batch._id.length + 1), ...withoutChanges(section) })),
    lastKey: terms.lastKey,
    // The revision grows so that a view of the draft from before publishing cannot pass for a view of this one.
    revision: terms.revision + 1,
  };
}

const withoutChanges = (section: Section): OfferedSection => ({
  ...offeredBy(section),
  ...(section.wishIds ? { wishIds: section.wishIds } : {}),
  ...stillAsked(section),
  lessons: section.lessons.filter(lesson => !lesson.cancelled).map(planned),
});

/** A lesson without what happened to it since it was published. */
const planned = ({ startsAt, endsAt, topic }: Lesson): Lesson => ({ startsAt, endsAt, ...(topic ? { topic } : {}) });

/** An answer is to a time. If a lesson was moved since, it asks anew. */
function stillAsked(section: Section): Pick<OfferedSection, 'asked'> {
  const asked = askOf(section);
  if (!asked) return {};
  const { movedAt = 0 } = section;
  return { asked: movedAt > asked.at ? askNow(section, movedAt) : asked };
}
