import { DAY } from '../base/clock';
import type { Notice, NoticeKind } from '../model';

/** Notices of what staff changed in a class. Somebody who does not know of it comes in vain. */
export const CHANGES: readonly NoticeKind[] = [
  'LESSON_MOVED',
  'LESSON_ADDED',
  'LESSON_CANCELLED',
  'SECTION_CANCELLED',
  'PLACE_CHANGED',
  'INSTRUCTOR_CHANGED',
  'ADDED',
  'MOVED',
  'REMOVED',
];

/** Older changes need no call any more. */
export const CALLED_WITHIN_MS = 14 * DAY;

export type Told = Pick<Notice, 'memberId' | 'kind' | 'text' | 'createdAt' | 'readAt' | 'push'>;

/**
 * Nobody has read it in the inbox, and no message to the phone is known to have gone out. If WeChat did not answer,
 * nobody knows, so a call is better.
 */
export const isUnreached = ({ kind, createdAt, readAt, push }: Told, now: number): boolean =>
  CHANGES.includes(kind) && readAt === null && push?.state !== 'sent' && createdAt > now - CALLED_WITHIN_MS;

/** Everybody with such a notice, with the latest of them; the person who has waited longest comes first. */
export function unreachedOf<T extends Told>(notices: readonly T[], now: number): { latest: T; count: number }[] {
  const people = new Map<string, { latest: T; count: number; since: number }>();
  for (const notice of notices) {
    if (!isUnreached(notice, now)) continue;
    const known = people.get(notice.memberId);
    people.set(notice.memberId, {
      latest: known && known.latest.createdAt >= notice.createdAt ? known.latest : notice,
      count: (known?.count ?? 0) + 1,
      since: Math.min(known?.since ?? Infinity, notice.createdAt),
    });
  }
  return [...people.values()].sort((a, b) => a.since - b.since).map(({ latest, count }) => ({ latest, count }));
}
