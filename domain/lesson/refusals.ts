import type {} from '../base/refuse';

/** The details of refusals about a lesson and its roll. */
declare module '../base/refuse' {
  interface RefusalDetails {
    NOT_ON_ROLL: { memberIds: string[] };
    CHECK_IN_TOO_EARLY: { title: string; from: number };
    NOT_IN_SECTION: { title: string };
    WRONG_LESSON: { title: string };
    WALK_IN_TOO_EARLY: { from: number };
    LINE_FIRST: { from: number };
  }
}
