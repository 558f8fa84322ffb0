import type { FullReceipt } from './full-memory';
import type { SectionAudience } from '../model';
import type { Place } from './place';

/** The details of refusals about a line. */
declare module '../base/refuse' {
  interface RefusalDetails {
    NOT_OPEN: { opensAt: number };
    CLOSED: { closesAt: number };
    FULL: FullReceipt;
    CLASH: { sectionId: string; state: Place['state'] };
    LIMIT_REACHED: { limit: number };
    /** `lateUntil`: the instant until which the seat can still be given back late; `null` = not any more. */
    DROP_CLOSED: { dropUntil: number; lateUntil: number | null };
    EMPLOYER_NOT_INVITED: { employers: string[] };
    DISTRICT_NOT_INVITED: { districts: string[] };
    SECTION_NOT_INVITED: SectionAudience;
  }
}
