import type { BadSpan } from './span';

/** The details of refusals about a report. */
declare module '../base/refuse' {
  interface RefusalDetails {
    BAD_SPAN: { why: BadSpan };
  }
}
