import type { LineSize } from '../../../domain/model';

/** Of a class that takes nobody any more. Some have no waiting list that could be full, too. */
export const fullWords = ({ capacity, waitlistLimit }: LineSize): string =>
  waitlistLimit > 0 ? `${capacity} 个名额和 ${waitlistLimit} 个候补都满了` : `${capacity} 个名额都满了`;
