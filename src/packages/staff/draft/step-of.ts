import type { DraftProblem } from '../../../../domain/api';

/** The step in which a problem can be corrected: 0 the course sheet, 1 times and rules. */
export const stepOf = ({ where }: Pick<DraftProblem, 'where'>): number =>
  where === 'sections' || typeof where === 'object' ? 0 : 1;
