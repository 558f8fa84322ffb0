import type {} from '../base/refuse';

/** The details of refusals about a rating. */
declare module '../base/refuse' {
  interface RefusalDetails {
    /** When the class can be rated; `null` if it has no lesson. */
    RATING_NOT_YET: { from: number | null };
    RATING_OVER: { until: number };
  }
}
