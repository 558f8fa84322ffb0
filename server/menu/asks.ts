import type { Ask } from '../../domain/api';
import type { DraftSection } from '../../domain/model';
import { askFor } from '../../domain/menu/asked';
import { _, findOnly, read } from '../base/database';
import type { Run } from '../base/door';

/** The classes of drafts that ask me, and nothing else of those drafts. Two operations. */
export const asks: Run<'menu.asks'> = async ({ memberId }) => {
  const [member, drafts] = await Promise.all([
    read('members', memberId),
    findOnly('drafts', { 'sections.asked.at': _.gt(0) }, ['sections']),
  ]);
  if (!member) return { asks: [] };
  const mine = drafts.flatMap(({ _id, sections }) =>
    sections.flatMap(section => (askFor(member, section) ? [askShown(_id, section)] : [])),
  );
  const isOpen = (one: Ask) => (one.answer === null ? 0 : 1);
  return { asks: mine.sort((a, b) => isOpen(a) - isOpen(b) || b.at - a.at) };
};

const askShown = (draftId: string, section: DraftSection): Ask => ({
  draftId,
  key: section.key,
  course: section.course,
  category: section.category,
  name: section.name,
  organisation: section.organisation,
  instructor: section.instructor,
  place: section.place,
  schedule: section.schedule,
  lessons: section.lessons,
  capacity: section.capacity,
  at: section.asked?.at ?? 0,
  answer: section.asked?.answer ?? null,
  answeredAt: section.asked?.answeredAt ?? null,
  ...(section.asked?.text ? { text: section.asked.text } : {}),
});
