import { isOwn, type Runner } from '../../../domain/rules/own';
import { keysIn } from '../../../domain/rules/names';
import { wordsKey } from '../../../domain/rules/written';
import { seatedIn } from '../../../domain/rules/place';
import { sectionCard } from '../../cards';
import { _, find, findOnly, read } from '../../db/database';
import { like } from '../../db/like';
import type { Run } from '../../door';

/** The caller's own sections, by first lesson; none of a batch that is not published. */
export const sections: Run<'roll.sections'> = async ({ memberId }) => {
  const member = await read('members', memberId);
  const maybe = member ? maybeOwn(member) : [];
  const found =
    member && maybe.length > 0 ? (await find('sections', _.or(maybe))).filter(one => isOwn(member, one)) : [];
  const batchIds = [...new Set(found.map(section => section.batchId))];
  const published = await findOnly('batches', { _id: _.in(batchIds) }, ['_id']);
  const shown = found.filter(section => published.some(batch => batch._id === section.batchId));
  shown.sort((a, b) => (a.lessons[0]?.startsAt ?? 0) - (b.lessons[0]?.startsAt ?? 0));
  return {
    sections: shown.map(section => {
      const seated = seatedIn(section);
      return { ...sectionCard(section), seated, waiting: section.line.length - seated };
    }),
  };
};

/** Among these are all of the member's own. */
const maybeOwn = ({ roles, instructorName = '', organisation = '' }: Runner) => [
  ...(roles.includes('instructor') ? keysIn(instructorName).map(key => ({ instructor: like(key) })) : []),
  ...(roles.includes('organisation') && organisation ? [{ organisation: like(wordsKey(organisation)) }] : []),
];
