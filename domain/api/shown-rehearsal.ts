import type { KeptRehearsal } from '../model';
import type { RehearsalNumbers } from '../rehearsal/rehearsal';

export type ShownRehearsal = Omit<KeptRehearsal, '_id' | 'by'>;

export interface RehearsalLast {
  /** As it is now; where the rehearsed one was different, it is to be done again. */
  batch: RehearsalNumbers['batch'] & { draft: boolean };
  rehearsal: ShownRehearsal | null;
}
