import type { Consents, PushKind } from '../../../domain/model';
import { addOnce } from '../../db/add-once';
import { _, read, updateWhere } from '../../db/database';
import type { Run } from '../../door';
import { refuseWhileErasing } from '../../erase/under-way';

/** The ledger of consents: the platform keeps no balance that one could ask for, so we do. One consent = one message. */
export const consent: Run<'member.consent'> = async ({ input: { kinds }, memberId, now }) => {
  const erasing = await refuseWhileErasing(memberId);
  if (erasing) return erasing;
  const asked = [...new Set<PushKind>(kinds)];
  const more = () =>
    updateWhere(
      'consents',
      { _id: memberId },
      { ...Object.fromEntries(asked.map(kind => [`left.${kind}`, _.inc(1)])), at: now },
    );
  if (!(await more())) {
    const first: Consents = { _id: memberId, left: Object.fromEntries(asked.map(kind => [kind, 1])), at: now };
    if (!(await addOnce('consents', first))) await more();
  }
  return { consents: (await read('consents', memberId))?.left ?? {} };
};
