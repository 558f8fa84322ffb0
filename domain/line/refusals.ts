import type { FullReceipt } from './full-memory';
import type { Place } from './place';

/** What refusals about a line carry. */
declare module '../base/refuse' {
  interface RefusalDetails {
    NOT_OPEN: { opensAt: number };
    CLOSED: { closesAt: number };
    FULL: FullReceipt;
    CLASH: { sectionId: string; state: Place['state'] };
    LIMIT_REACHED: { limit: number };
    /** `lateUntil`: until when the seat can still be given back late; `null` = no more. */
    DROP_CLOSED: { dropUntil: number; lateUntil: number | null };
    EMPLOYER_NOT_INVITED: { employers: string[] };
    DISTRICT_NOT_INVITED: { districts: string[] };
  }
}
