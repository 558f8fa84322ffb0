import { DAY, HOUR } from '../../../domain/base/clock';
import type { Output } from '../../../domain/api';
import type { NoticeKind } from '../../../domain/model';
import { noticeWords } from '../../../domain/telling/notice-words';

export type Notice = Output<'member.notices'>['notices'][number];

/**
 * An unread notice stands above my classes for this time. After that it can only be looked up, because most notices
 * speak of something that is over.
 */
const FRESH_MS = 14 * DAY;

/** A reminder stands there until the day of its lesson is over: it is written after 18:00 of the day before. */
const REMINDER_MS = 30 * HOUR;
const SOON_OLD: ReadonlySet<NoticeKind> = new Set(['NEXT_LESSON', 'ROOM_AGAIN']);

export const isPressing = ({ kind, readAt, createdAt }: Notice, now: number): boolean =>
  readAt === null && now - createdAt < (SOON_OLD.has(kind) ? REMINDER_MS : FRESH_MS);

export const headOf = (notice: Notice): string =>
  notice.kind === 'PROMOTED' ? `轮到您了，${notice.title}已有您的座位` : `${notice.title}：${noticeWords(notice)}`;

/** Used if the notice itself says no more. */
const TEXTS: Partial<Record<NoticeKind, string>> = {
  PROMOTED: '有人退出，您已经入座。来不了请及时退掉。',
  LENT: '有人请假，座位借给您上这一次课。来不了请让给下一位。',
  APPEAL_ANSWERED: '在“缺课”里看答复。',
};

export const textOf = ({ kind, text }: Notice): string => text || TEXTS[kind] || '详情请问工会工作人员。';
