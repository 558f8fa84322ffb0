import type { RefusalCode } from './codes';

/** No answer came. The app uses these beside the codes of refusals. */
export type NoAnswerCode = 'OFFLINE' | 'TIMEOUT';
export type AnswerCode = RefusalCode | NoAnswerCode;

/**
 * The fate of an act whose answer was not "yes". It says whether the act may have been done, and what the app does next.
 *
 * - `settled`: refused, and nothing was done. The app says why. The same may be tried when something has changed.
 * - `never`: refused for good. The app does not ask for the same again.
 * - `soon`: it did not run. The app sends it again by itself, after the time that the answer names.
 * - `later`: it did not run, and will not in the next seconds. The app says so; nothing is lost by trying again.
 * - `silent`: unsure, because no answer came. The app asks what became of it, or sends it again.
 * - `broken`: unsure, because it broke on the way. The app asks what became of it; the same again would break again.
 */
export type Fate = 'settled' | 'never' | 'soon' | 'later' | 'silent' | 'broken';

type Known<C extends AnswerCode> = C;

/** The codes that are `settled`, which is most of them. Nothing else is looked up, so they need not travel to the phone. */
export type SettledCode = Known<
  | 'NO_IDENTITY'
  | 'NOT_OPEN'
  | 'FULL'
  | 'PROFILE_MISSING'
  | 'MEMBERSHIP_UNSAID'
  | 'NOT_UNION_MEMBER'
  | 'EMPLOYER_NOT_INVITED'
  | 'CLASH'
  | 'LIMIT_REACHED'
  | 'DISTRICT_NOT_INVITED'
  | 'SECTION_NOT_INVITED'
  | 'NOT_ACCEPTED'
  | 'IN_LINE_YOURSELF'
  | 'ROOM_LEFT'
  | 'FOLLOW_LIMIT'
  | 'FOLLOWED_BY_MANY'
  | 'DRAFT_CHANGED'
  | 'DRAFT_NOT_READY'
  | 'BAD_SECTION'
  | 'SHEET_HAS_ERRORS'
  | 'CHANGE_NOT_NOW'
  | 'REASON_MISSING'
  | 'NOTHING_CHANGES'
  | 'CAPACITY_BELOW_SEATED'
  | 'ROOM_TOO_SMALL'
  | 'NO_WAITLIST_HERE'
  | 'WAITLIST_BELOW_WAITING'
  | 'SUBSTITUTE_WRONG'
  | 'MESSAGE_HAS_LINK'
  | 'MESSAGES_USED_UP'
  | 'NOBODY_SEATED'
  | 'NO_PICTURE'
  | 'PICTURE_TOO_LARGE'
  | 'PICTURE_RISKY'
  | 'TOO_MANY_LESSONS'
  | 'NO_LESSONS_THAT_DAY'
  | 'LESSON_TIME_WRONG'
  | 'CLOSING_TIME_WRONG'
  | 'PERSON_NOT_FOUND'
  | 'NOT_IN_LINE'
  | 'ALREADY_IN_LINE'
  | 'SEATED_STAY'
  | 'FULL_FOR_STAFF'
  | 'NOTHING_TO_REHEARSE'
  | 'ORGANISATION_MISSING'
  | 'NO_SUCH_ROLE'
  | 'STILL_STAFF'
  | 'ERASING'
  | 'PHONE_UNAVAILABLE'
  | 'TEXT_RISKY'
  | 'LESSON_NOT_OVER'
  | 'ROLL_NOT_YET'
  | 'ON_ROLL_ALREADY'
  | 'NOT_ON_ROLL'
  | 'WALK_IN_TOO_EARLY'
  | 'NO_FREE_SEAT'
  | 'LINE_FIRST'
  | 'HEADS_CHANGED'
  | 'CODE_FROM_FUTURE'
  | 'NO_LESSON_NOW'
  | 'CHECK_IN_TOO_EARLY'
  | 'NOT_IN_SECTION'
  | 'CHECK_IN_UNDONE'
  | 'MARKED_ABSENT'
  | 'MARKED_LEAVE'
  | 'SEAT_LENT'
  | 'SEATED_ONLY'
  | 'NOT_SEATED'
  | 'NO_SUCH_ABSENCE'
  | 'BAD_WISH'
  | 'WISH_THERE'
  | 'WISH_LIMIT'
  | 'WISH_CHANGED'
  | 'CLASS_NOT_OVER'
  | 'CERTIFICATE_UNKNOWN'
  | 'RATING_NOT_YET'
  | 'NOT_ATTENDED'
  | 'BAD_MENU'
  | 'MENU_LIMIT'
  | 'MENU_CHANGED'
  | 'ASK_CHANGED'
  | 'NOBODY_TO_ASK'
  | 'BAD_SPAN'
  | 'REPORT_NOT_READY'
  | 'REPORT_CHANGED'
  | 'CODE_TOO_MANY'
  | 'CODE_NOT_ANSWERED'
  | 'CODE_UNPUBLISHED'
  | 'CODE_NOT_ALLOWED'
  | 'BAD_PROFILE'
>;

/** One row for each code that is not `settled`. A new refusal does not compile until it stands here or there. */
export const FATES = {
  OFFLINE: 'silent',
  TIMEOUT: 'silent',
  // the door
  UNKNOWN_ENDPOINT: 'later',
  BAD_INPUT: 'never',
  FORBIDDEN: 'never',
  BUSY: 'soon',
  FAULT: 'broken',
  UPGRADING: 'later',
  STOPPED: 'later',
  // looking things up
  BATCH_NOT_FOUND: 'never',
  SECTION_NOT_FOUND: 'never',
  SECTION_NOT_IN_BATCH: 'never',
  // the line
  CLOSED: 'never',
  CHANGED_SINCE: 'never',
  LEFT_SINCE: 'never',
  DROP_CLOSED: 'never',
  SECTION_CANCELLED: 'never',
  OPEN_ALREADY: 'never',
  // drafts and course sheets
  DRAFT_NOT_FOUND: 'never',
  DRAFT_SECTION_NOT_FOUND: 'never',
  SHEET_UNREADABLE: 'never',
  // changes to what is published
  LESSON_NOT_FOUND: 'never',
  CLASS_OVER: 'never',
  LESSON_OVER: 'never',
  // rehearsals
  REHEARSAL_TOO_LONG: 'never',
  // roles
  INVITE_NOT_FOUND: 'never',
  INVITE_USED: 'never',
  INVITE_INVALID: 'never',
  SELF_DISMISSAL: 'never',
  ACT_ID_USED: 'never',
  PHONE_CODE_OLD: 'never',
  // lessons and rolls
  LESSON_CANCELLED: 'never',
  LESSON_ENDED: 'never',
  ROLL_CLOSED: 'never',
  ROLL_FULL: 'never',
  NONCE_REUSED: 'never',
  HEADS_ONLY_AT_LECTURES: 'never',
  CODE_UNREADABLE: 'never',
  CODE_OLD: 'never',
  NUMBER_WRONG: 'never',
  NUMBER_TRIES_UP: 'never',
  WRONG_LESSON: 'never',
  NO_LEAVE: 'never',
  LEAVE_TOO_LATE: 'never',
  NOT_LENT: 'never',
  ALREADY_APPEALED: 'never',
  BAD_DAY: 'never',
  // wishes
  WISH_NOT_FOUND: 'never',
  WISH_CLOSED: 'never',
  WISH_FULL: 'never',
  CERTIFICATE_OFF: 'never',
  NOT_ENOUGH: 'never',
  // ratings
  RATING_OVER: 'never',
  // menus and asks
  MENU_NOT_FOUND: 'never',
  NOT_ASKED: 'never',
  ASK_ANSWERED: 'never',
  // numbers for superiors
  REPORT_NOT_FOUND: 'never',
  // mini-program codes
  SCENE_UNKNOWN: 'never',
  SCENE_FOREIGN: 'never',
  SCENE_GONE: 'never',
} as const satisfies Record<Exclude<AnswerCode, SettledCode>, Fate>;

type FateOf<C extends AnswerCode> = C extends keyof typeof FATES ? (typeof FATES)[C] : 'settled';
export type CodeOf<F extends Fate> = { [C in AnswerCode]: FateOf<C> extends F ? C : never }[AnswerCode];

/** So is a code that this app has never heard of: a refusal of a newer server, which has decided. */
export const fateOf = (code: string): Fate => (FATES as Record<string, Fate>)[code] ?? 'settled';

/** Narrows an answer, so that after `means(answer, 'soon')` it has its `retryAfterMs`. */
export const means = <A extends { code: AnswerCode }, F extends Fate>(
  answer: A,
  ...fates: F[]
): answer is Extract<A, { code: CodeOf<F> }> => (fates as Fate[]).includes(fateOf(answer.code));

/** The server has decided about this act. Every other answer says nothing about it. */
export const isDecided = (answer: { code: AnswerCode }): boolean => means(answer, 'settled', 'never');

/** The time that the answer asks for before it is sent again, in ms. Only `soon` asks for one. */
export const comesAgainAfter = ({ details }: { details?: unknown }): number =>
  (details as { retryAfterMs?: number } | undefined)?.retryAfterMs ?? 0;
