import type { ClassRatings } from '../../../domain/api';
import { SHOWN_FROM } from '../../../domain/rating/shown';
import { untilText } from '../../app/words';

/** Why nothing is shown of a class; `undefined` if its results are. It does not say whether anybody has rated. */
export function silenceText(
  { window, shown }: Pick<ClassRatings, 'window' | 'shown'>,
  now: number,
): string | undefined {
  if (shown) return undefined;
  if (!window) return '没有上过课，没有评价';
  if (now < window.from) return '最后一次课上完开始评';
  if (now < window.until) return `${untilText(window.until, now)} 收齐，收齐以前谁也看不到`;
  return `不到 ${SHOWN_FROM} 人评，不显示`;
}
