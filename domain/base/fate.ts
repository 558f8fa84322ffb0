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

/** One row for each code. A new refusal does not compile until it stands here. */
export const FATES = {
  OFFLINE: 'silent',
  TIMEOUT: 'silent',
  // the door
  UNKNOWN_ENDPOINT: 'later',
  BAD_INPUT: 'never',
  NO_IDENTITY: 'settled',
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
  NOT_OPEN: 'settled',
  CLOSED: 'never',
  FULL: 'settled',
  PROFILE_MISSING: 'settled',
  MEMBERSHIP_UNSAID: 'settled',
  NOT_UNION_MEMBER: 'settled',
  EMPLOYER_NOT_INVITED: 'settled',
  CLASH: 'settled',
  LIMIT_REACHED: 'settled',
  CHANGED_SINCE: 'never',
  LEFT_SINCE: 'never',
  DROP_CLOSED: 'never',
  SECTION_CANCELLED: 'never',
  DISTRICT_NOT_INVITED: 'settled',
  SECTION_NOT_INVITED: 'settled',
  NOT_ACCEPTED: 'settled',
  OPEN_ALREADY: 'never',
  IN_LINE_YOURSELF: 'settled',
  ROOM_LEFT: 'settled',
  FOLLOW_LIMIT: 'settled',
  FOLLOWED_BY_MANY: 'settled',
  // drafts and course sheets
  DRAFT_NOT_FOUND: 'never',
  DRAFT_CHANGED: 'settled',
  DRAFT_SECTION_NOT_FOUND: 'never',
  DRAFT_NOT_READY: 'settled',
  BAD_SECTION: 'settled',
  SHEET_UNREADABLE: 'never',
  SHEET_HAS_ERRORS: 'settled',
  // changes to what is published
  CHANGE_NOT_NOW: 'settled',
  REASON_MISSING: 'settled',
  NOTHING_CHANGES: 'settled',
  CAPACITY_BELOW_SEATED: 'settled',
  ROOM_TOO_SMALL: 'settled',
  NO_WAITLIST_HERE: 'settled',
  WAITLIST_BELOW_WAITING: 'settled',
  LESSON_NOT_FOUND: 'never',
  SUBSTITUTE_WRONG: 'settled',
  MESSAGE_HAS_LINK: 'settled',
  MESSAGES_USED_UP: 'settled',
  NOBODY_SEATED: 'settled',
  CLASS_OVER: 'never',
  NO_PICTURE: 'settled',
  PICTURE_TOO_LARGE: 'settled',
  PICTURE_RISKY: 'settled',
  TOO_MANY_LESSONS: 'settled',
  NO_LESSONS_THAT_DAY: 'settled',
  LESSON_OVER: 'never',
  LESSON_TIME_WRONG: 'settled',
  CLOSING_TIME_WRONG: 'settled',
  PERSON_NOT_FOUND: 'settled',
  NOT_IN_LINE: 'settled',
  ALREADY_IN_LINE: 'settled',
  SEATED_STAY: 'settled',
  FULL_FOR_STAFF: 'settled',
  // rehearsals
  NOTHING_TO_REHEARSE: 'settled',
  REHEARSAL_TOO_LONG: 'never',
  // roles
  ORGANISATION_MISSING: 'settled',
  INVITE_NOT_FOUND: 'never',
  INVITE_USED: 'never',
  INVITE_INVALID: 'never',
  NO_SUCH_ROLE: 'settled',
  SELF_DISMISSAL: 'never',
  STILL_STAFF: 'settled',
  ACT_ID_USED: 'never',
  ERASING: 'settled',
  PHONE_CODE_OLD: 'never',
  PHONE_UNAVAILABLE: 'settled',
  TEXT_RISKY: 'settled',
  // lessons and rolls
  LESSON_CANCELLED: 'never',
  LESSON_ENDED: 'never',
  LESSON_NOT_OVER: 'settled',
  ROLL_NOT_YET: 'settled',
  ROLL_CLOSED: 'never',
  ROLL_FULL: 'never',
  ON_ROLL_ALREADY: 'settled',
  NOT_ON_ROLL: 'settled',
  NONCE_REUSED: 'never',
  WALK_IN_TOO_EARLY: 'settled',
  NO_FREE_SEAT: 'settled',
  LINE_FIRST: 'settled',
  CODE_UNREADABLE: 'never',
  CODE_OLD: 'never',
  CODE_FROM_FUTURE: 'settled',
  NUMBER_WRONG: 'never',
  NUMBER_TRIES_UP: 'never',
  NO_LESSON_NOW: 'settled',
  CHECK_IN_TOO_EARLY: 'settled',
  NOT_IN_SECTION: 'settled',
  WRONG_LESSON: 'never',
  CHECK_IN_UNDONE: 'settled',
  MARKED_ABSENT: 'settled',
  MARKED_LEAVE: 'settled',
  SEAT_LENT: 'settled',
  NO_LEAVE: 'never',
  SEATED_ONLY: 'settled',
  NOT_SEATED: 'settled',
  LEAVE_TOO_LATE: 'never',
  NOT_LENT: 'never',
  NO_SUCH_ABSENCE: 'settled',
  ALREADY_APPEALED: 'never',
  BAD_DAY: 'never',
  // wishes
  BAD_WISH: 'settled',
  WISH_THERE: 'settled',
  WISH_LIMIT: 'settled',
  WISH_NOT_FOUND: 'never',
  WISH_CLOSED: 'never',
  WISH_FULL: 'never',
  WISH_CHANGED: 'settled',
  CERTIFICATE_OFF: 'never',
  CLASS_NOT_OVER: 'settled',
  NOT_ENOUGH: 'never',
  CERTIFICATE_UNKNOWN: 'settled',
  // ratings
  RATING_NOT_YET: 'settled',
  RATING_OVER: 'never',
  NOT_ATTENDED: 'settled',
  // menus and asks
  BAD_MENU: 'settled',
  MENU_LIMIT: 'settled',
  MENU_NOT_FOUND: 'never',
  MENU_CHANGED: 'settled',
  NOT_ASKED: 'never',
  ASK_CHANGED: 'settled',
  ASK_ANSWERED: 'never',
  NOBODY_TO_ASK: 'settled',
  // numbers for superiors
  BAD_SPAN: 'settled',
  REPORT_NOT_READY: 'settled',
  REPORT_CHANGED: 'settled',
  REPORT_NOT_FOUND: 'never',
  // mini-program codes
  SCENE_UNKNOWN: 'never',
  SCENE_FOREIGN: 'never',
  SCENE_GONE: 'never',
  CODE_TOO_MANY: 'settled',
  CODE_NOT_ANSWERED: 'settled',
  CODE_UNPUBLISHED: 'settled',
  CODE_NOT_ALLOWED: 'settled',
  // the profile
  BAD_PROFILE: 'settled',
} as const satisfies Record<AnswerCode, Fate>;

export type CodeOf<F extends Fate> = { [C in AnswerCode]: (typeof FATES)[C] extends F ? C : never }[AnswerCode];

/** A code that this app has never heard of is a refusal of a newer server, which has decided. */
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
