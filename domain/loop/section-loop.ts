import { percentText } from '../rating/said';
import { SHOWN_FROM, type Shown } from '../rating/shown';

export interface SectionLoopFacts {
  /** People who wished for it; 0 = it was the union's idea. */
  proposed: number;
  /** The organisation, or else the instructor; '' = neither is named. */
  runner: string;
  seated: number;
  /** `null` if nothing is shown. */
  rated: Pick<Shown, 'satisfied'> | null;
}

/**
 * 职工提出 42 → 工会立项 → 益才教育承办 → 30 人参加 → 满意 96%, as far as it has come. Everybody may read it, so a number of
 * few people is left out.
 */
export const sectionLoop = ({ proposed, runner, seated, rated }: SectionLoopFacts): string[] => [
  ...(proposed >= SHOWN_FROM ? [`职工提出 ${proposed}`] : proposed > 0 ? ['职工提出'] : []),
  '工会立项',
  ...(runner ? [`${runner}承办`] : []),
  ...(seated >= SHOWN_FROM ? [`${seated} 人参加`] : []),
  ...(rated ? [`满意 ${percentText(rated.satisfied)}`] : []),
];
