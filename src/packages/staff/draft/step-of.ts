import type { DraftProblem } from '../../../../domain/api';

/** Which step a problem is put right in: 0 the course sheet, 1 times and rules. */
export const stepOf = ({ where }: Pick<DraftProblem, 'where'>): number =>
  where === 'sections' || typeof where === 'object' ? 0 : 1;
