import type {} from '../base/refuse';

/** The details of refusals about a change. */
declare module '../base/refuse' {
  interface RefusalDetails {
    CHANGE_NOT_NOW: { text: string };
    CAPACITY_BELOW_SEATED: { text: string };
    WAITLIST_BELOW_WAITING: { text: string };
    ROOM_TOO_SMALL: { text: string };
    LESSON_TIME_WRONG: { text: string };
    CLOSING_TIME_WRONG: { text: string };
    SUBSTITUTE_WRONG: { text: string };
    NO_LESSONS_THAT_DAY: { text: string };
  }
}
