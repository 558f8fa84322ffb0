import type { Consents, PushKind } from '../../domain/model';
import { addOnce } from '../base/add-once';
import { _, read, updateAll, updateWhere } from '../base/database';
import type { Run } from '../base/door';
import { refuseWhileErasing } from '../privacy/erase/under-way';

/** The last taps to remember. A call is repeated within seconds or minutes, and nobody agrees more often meanwhile. */
const REMEMBERED = 20;
const REMINDERS: readonly PushKind[] = ['opening', 'tomorrow'];

/**
 * The ledger of consents. WeChat keeps no balance that one could ask for, so we keep our own. One consent = one
 * message. A tap has a name, so that a call repeated by the platform or the app counts once.
 */
export const consent: Run<'member.consent'> = async ({ input: { kinds, tapId }, memberId, now }) => {
  const erasing = await refuseWhileErasing(memberId);
  if (erasing) return erasing;
  const asked = [...new Set<PushKind>(kinds)];
  const more = () =>
    updateWhere(
      'consents',
      { _id: memberId, ...(tapId ? { asked: _.neq(tapId) } : {}) },
      {
        ...Object.fromEntries(asked.map(kind => [`left.${kind}`, _.inc(1)])),
        ...(tapId ? { asked: _.push({ each: [tapId], slice: -REMEMBERED }) } : {}),
        at: now,
      },
    );
  if (!(await more())) {
    const left = Object.fromEntries(asked.map(kind => [kind, 1]));
    const first: Consents = { _id: memberId, left, ...(tapId ? { asked: [tapId] } : {}), at: now };
    // It exists already: either another call wrote the first one just now, or this tap was counted before.
    if (!(await addOnce('consents', first))) await more();
  }
  await ringAfterAll(asked, memberId, now);
  return { consents: (await read('consents', memberId))?.left ?? {} };
};

/** Sends a reminder that found no consent before, if its lesson is still to come. */
async function ringAfterAll(asked: readonly PushKind[], memberId: string, now: number): Promise<void> {
  const kinds = asked.filter(kind => REMINDERS.includes(kind));
  if (kinds.length === 0) return;
  await updateAll(
    'notices',
    { memberId, 'push.state': 'unasked', 'push.kind': _.in(kinds), 'push.lessonAt': _.gt(now) },
    { 'push.state': 'due', 'push.notBefore': now },
  );
}
