import { memberIdOf } from '../../cloudfunctions/member-id';
import { DAY } from '../../domain/clock';
import type { Member, Role } from '../../domain/model';
import { openidOf, syntheticMembers } from '../../sample/synthetic';

/** Whom the script asks pages for: each of them has been there from the first batch to the last. */
export const KINDS = ['worker', 'instructor', 'organisation', 'staff'] as const;
export type Kind = (typeof KINDS)[number];

export const openidOfKind = (kind: Kind): string => openidOf('years', kind);
export const idOfKind = (kind: Kind): string => memberIdOf(openidOfKind(kind));

export const INSTRUCTORS = 13;
export const ORGANISATIONS = 4;
export const instructorName = (index: number): string => `讲师${index % INSTRUCTORS}`;
export const organisationName = (index: number): string => `第${index % ORGANISATIONS}培训学校`;

const NAMES: Record<Kind, string> = {
  worker: '欧阳勤',
  instructor: instructorName(0),
  organisation: '周主任',
  staff: '王敏',
};

export function watched(createdAt: number, now: number): Member[] {
  return KINDS.map(kind => ({
    _id: idOfKind(kind),
    openid: openidOfKind(kind),
    name: NAMES[kind],
    phone: '13594218830',
    employer: '永川区总工会',
    unionMember: true,
    roles: kind === 'worker' ? [] : [kind satisfies Role],
    ...(kind === 'instructor' ? { instructorName: instructorName(0) } : {}),
    ...(kind === 'organisation' ? { organisation: organisationName(0) } : {}),
    createdAt,
    updatedAt: now - 100 * DAY,
  }));
}

/** Those who come now and then: enough that nobody is in every class. */
export const everybody = (count: number, createdAt: number): Member[] => syntheticMembers(count, 7, createdAt);
