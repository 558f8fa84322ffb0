import type { MyNoShow } from '../../../domain/api';

/** Absences that count now: they have not expired and are not forgiven. */
export const counting = (noShows: readonly MyNoShow[], now: number): MyNoShow[] =>
  noShows.filter(one => one.expiresAt > now && !one.appeal?.answer?.forgiven);
