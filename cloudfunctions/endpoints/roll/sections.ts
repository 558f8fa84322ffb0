import { find } from '../../db/database';
import type { Run } from '../../door';
import { sectionCard } from '../../cards';

/** The instructor's own sections, by first lesson. */
export const sections: Run<'roll.sections'> = async ({ memberId }) => {
  const own = await find('sections', { instructorId: memberId });
  own.sort((a, b) => (a.lessons[0]?.startsAt ?? 0) - (b.lessons[0]?.startsAt ?? 0));
  return {
    sections: own.map(section => {
      const seated = Math.min(section.line.length, section.capacity);
      return { ...sectionCard(section), seated, waiting: section.line.length - seated };
    }),
  };
};
