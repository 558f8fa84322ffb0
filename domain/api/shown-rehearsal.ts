import type { KeptRehearsal } from '../model';
import type { RehearsalNumbers } from '../rehearsal/rehearsal';

export type ShownRehearsal = Omit<KeptRehearsal, '_id' | 'by'>;

export interface RehearsalLast {
  /** The batch as it is now. If the rehearsed one was different, the rehearsal should be repeated. */
  batch: RehearsalNumbers['batch'] & { draft: boolean };
  rehearsal: ShownRehearsal | null;
}
