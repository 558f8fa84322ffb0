import { ownBy } from '../../../domain/rules/own';
import { seatedIn } from '../../../domain/rules/place';
import { sectionCard } from '../../cards';
import { _, find, findOnly, read } from '../../db/database';
import type { Run } from '../../door';

/** The caller's own sections, by first lesson; none of a batch that is not published. */
export const sections: Run<'roll.sections'> = async ({ memberId }) => {
  const member = await read('members', memberId);
  const own = (member ? ownBy(member) : []).map(([field, name]) => ({ [field]: name }));
  const found = own.length > 0 ? await find('sections', _.or(own)) : [];
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
