import { memberIdOf } from '../../server/people/member-id';
import { DAY } from '../../domain/base/clock';
import type { Member, Role } from '../../domain/model';
import { openidOf, syntheticMembers } from '../../sample/synthetic';

/** The people for whom the script opens pages. Each of them has been there from the first batch to the last. */
export const KINDS = ['worker', 'instructor', 'organisation', 'staff'] as const;
export type Kind = (typeof KINDS)[number];

export const openidOfKind = (kind: Kind): string => openidOf('years', kind);
export const idOfKind = (kind: Kind): string => memberIdOf(openidOfKind(kind));

const INSTRUCTORS = '李文秀 陈静 郭怀远 唐雪 马志刚 袁德光 苏婷 叶海波 汤国华 何丽 周建 吴敏 郑强'.split(' ');
const ORGANISATIONS = ['永川区文化馆', '渝西茶艺培训学校', '渝西体育俱乐部', '永川区烹饪协会'];
const nth = (names: readonly string[], index: number): string => names[index % names.length] ?? '';
export const instructorName = (index: number): string => nth(INSTRUCTORS, index);
export const organisationName = (index: number): string => nth(ORGANISATIONS, index);

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

/** The people who come now and then. There are enough of them that nobody is in every class. */
export const everybody = (count: number, createdAt: number): Member[] => syntheticMembers(count, 7, createdAt);
