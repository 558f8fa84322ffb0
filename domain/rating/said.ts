import { percentOf } from '../base/percent';
import type { Chip } from './rating';

export const CHIP_WORDS: Record<Chip, string> = {
  clear: '讲得清楚',
  pace: '快慢合适',
  place: '场地好',
  hours: '时间合适',
  again: '还想学',
  harder: '想学更难的',
};

/** 96%, by the rule of `percentOf`. */
export const percentText = (share: number): string => `${percentOf(share)}%`;

/** 4.6 */
export const meanText = (mean: number): string => mean.toFixed(1);

/** Results come with it, always. */
export const ratedText = ({ people, came }: { people: number; came: number }): string =>
  `评价 ${people} 人 / 来过 ${came} 人`;
