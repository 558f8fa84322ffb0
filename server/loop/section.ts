import QuickLRU from 'quick-lru';
import { MINUTE } from '../../domain/base/clock';
import { refuse } from '../../domain/base/refuse';
import { seatedIn } from '../../domain/line/line';
import { sectionLoop } from '../../domain/loop/section-loop';
import { nameOfAsked } from '../../domain/menu/asked';
import { shownOf } from '../../domain/rating/shown';
import { _, findOnly, read } from '../base/database';
import type { Run } from '../base/door';
import { isYoung } from '../base/is-young';
import { scheduledBatch } from '../batch/recent-batches';
import { recentSection } from '../lesson/lesson-memory';

/** Instance memory: the line of a class, at most a minute old, because everybody in it looks at the same page. */
const LIFETIME_MS = MINUTE;
const MOST = 500;
const memory = new QuickLRU<string, { readAt: number; words: string[] }>({ maxSize: MOST });

/** From the wish to the rating of one class, in five words. Everybody may ask. */
export const section: Run<'loop.section'> = async ({ input: { sectionId }, now }) => {
  const known = memory.get(sectionId);
  if (known && isYoung(known.readAt, now, LIFETIME_MS)) return { words: known.words };
  const found = await recentSection(sectionId, now);
  const batch = found && (await scheduledBatch(found.batchId, now));
  if (!found || !batch) return refuse('SECTION_NOT_FOUND');
  const [wishes, book] = await Promise.all([
    found.wishIds ? findOnly('wishes', { _id: _.in(found.wishIds) }, ['voiceCount']) : [],
    read('ratings', sectionId),
  ]);
  const words = sectionLoop({
    proposed: wishes.reduce((sum, wish) => sum + wish.voiceCount, 0),
    runner: nameOfAsked(found),
    seated: seatedIn(found),
    rated: book && shownOf(book),
  });
  memory.set(sectionId, { readAt: now, words });
  return { words };
};
