import type { Member, Section } from '../model';
import { holderOf } from '../line/entry';
import { maskPhone } from '../base/mask';
import { titleOf } from '../batch/title';

/**
 * Finds accounts with the same telephone number. A family may share one, so nobody is refused. But a person with five
 * accounts takes five seats, so staff are shown it.
 */

/** For each of these people who shares a number, how many other accounts among them have it. */
export function othersWithNumber(people: Iterable<Pick<Member, '_id' | 'phone'>>): Map<string, number> {
  const accounts = new Map<string, Set<string>>();
  for (const { _id, phone } of people) {
    if (phone) accounts.set(phone, (accounts.get(phone) ?? new Set()).add(_id));
  }
  const others = new Map<string, number>();
  for (const ids of accounts.values()) if (ids.size > 1) for (const id of ids) others.set(id, ids.size - 1);
  return others;
}

type Line = Pick<Section, '_id' | 'batchId' | 'course' | 'name' | 'line'>;

/** One alarm per number and batch. It says which classes, how many accounts and how many places. */
export function sameNumberAlarms(
  sections: readonly Line[],
  members: ReadonlyMap<string, Pick<Member, '_id' | 'phone'>>,
): { sectionId: string; text: string }[] {
  const places = new Map<string, { phone: string; ids: Set<string>; sections: Line[] }>();
  for (const section of sections)
    for (const entry of section.line) {
      const memberId = holderOf(entry);
      const phone = members.get(memberId)?.phone;
      if (!phone) continue;
      const key = `${section.batchId} ${phone}`;
      const known = places.get(key) ?? { phone, ids: new Set(), sections: [] };
      known.ids.add(memberId);
      known.sections.push(section);
      places.set(key, known);
    }
  return [...places.values()].flatMap(({ phone, ids, sections: where }) => {
    if (ids.size < 2) return [];
    const titles = [...new Set(where.map(titleOf))].join('、');
    const text = `手机号 ${maskPhone(phone)} 有 ${ids.size} 个账号，共 ${where.length} 个位置（${titles}）：可能是一家人合用，也可能是一个人，请看一眼名单`;
    return [{ sectionId: where[0]?._id ?? '', text }];
  });
}
