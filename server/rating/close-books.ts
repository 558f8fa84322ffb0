import { peopleWhoCame } from '../../domain/rating/may-rate';
import { windowOf } from '../../domain/rating/window';
import type { Roll } from '../../domain/roll/roll';
import { _, everyPage, findOnly, updateWhere } from '../base/database';

/** Books closed together; their rolls are asked for at once. */
const TOGETHER = 9;
const MOST_ROUNDS = 20;

/**
 * Closes the books whose time is over: notes how many people came to the class. From then on a book takes no sheet and
 * is shown if it has enough. The night does it, and before that whoever asks for results. It may die anywhere and be
 * done by two at once. One operation if no book is due.
 */
export async function closeBooks(now: number): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS; round += 1) if ((await closeSome(now)) < TOGETHER) return;
}

async function closeSome(now: number): Promise<number> {
  const due = await findOnly('ratings', { came: null, closesAt: _.lte(now) }, ['closesAt', 'came'], {
    limit: TOGETHER,
  });
  if (due.length === 0) return 0;
  const ids = { sectionId: _.in(due.map(book => book._id)) };
  const sections = await findOnly('sections', { _id: ids.sectionId }, ['lessons', 'cancelledAt', 'movedAt']);
  const rolls: Roll[] = [];
  for await (const page of everyPage('rolls', ids)) rolls.push(...page);
  for (const book of due) {
    const section = sections.find(one => one._id === book._id);
    const until = (section && windowOf(section, book)?.until) ?? book.closesAt;
    const came = peopleWhoCame(rolls.filter(roll => roll.sectionId === book._id)).length;
    await updateWhere('ratings', { _id: book._id, came: null }, until > now ? { closesAt: until } : { came });
  }
  return due.length;
}
