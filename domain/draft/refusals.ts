import type { DraftProblem } from './problem';

/** The details of refusals about a draft and its sheet. */
declare module '../base/refuse' {
  interface RefusalDetails {
    DRAFT_NOT_READY: { problems: DraftProblem[] };
    BAD_SECTION: { fields: { field: string; text: string }[] };
    SHEET_UNREADABLE: { text: string };
  }
}
