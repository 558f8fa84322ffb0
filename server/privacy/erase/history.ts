import { anonymousRoll, anonymousSection } from '../../../domain/privacy/anonymous';
import { about } from '../about';
import { writeRoll } from '../../roll/change-roll';
import { _ } from '../../base/database';
import { transact } from '../../base/transaction';

/** Removes the person from lines and rolls that are kept, and changes nothing else: counts and order stay. */
export async function forgetInHistory(
  memberId: string,
  aliasIn: (sectionId: string) => string,
  until: number,
): Promise<void> {
  for (const { _id } of await about('sections', memberId)) {
    if (Date.now() >= until) return;
    await forgetInLine(_id, memberId, aliasIn(_id));
  }
  for (const { _id, sectionId } of await about('rolls', memberId)) {
    if (Date.now() >= until) return;
    await forgetInRoll(_id, new Map([[memberId, aliasIn(sectionId)]]));
  }
}

const forgetInLine = (sectionId: string, memberId: string, alias: string) =>
  transact(async transaction => {
    const section = transaction.doc('sections', sectionId);
    const { data } = await section.get();
    if (!data) return true;
    const lists = Object.entries(anonymousSection(data, new Map([[memberId, alias]])));
    await section.update({ data: Object.fromEntries(lists.map(([name, list]) => [name, _.set(list)])) });
    return true;
  });

export const forgetInRoll = (rollId: string, renamed: ReadonlyMap<string, string>) =>
  transact(async transaction => {
    const { data } = await transaction.doc('rolls', rollId).get();
    if (data) await writeRoll(transaction, { before: data, there: true }, anonymousRoll(data, renamed));
    return true;
  });
