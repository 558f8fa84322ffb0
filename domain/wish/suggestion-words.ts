import type { Suggestion } from './seats';
import { slotWords } from './said';

/** 愿望 42 人，上期没报上 88 人，去掉重复 117 人 → 建议 2 个班，每班 35，周三晚上、周六上午 */
export const suggestionWords = ({ voices, turnedAway, people, classes, capacity, hours }: Suggestion): string =>
  `${turnedAway === 0 ? `愿望 ${voices} 人` : `愿望 ${voices} 人，上期没报上 ${turnedAway} 人，去掉重复 ${people} 人`} → 建议 ${classes} 个班，每班 ${capacity} 人${hours.length > 0 ? `，${hours.map(slotWords).join('、')}` : ''}`;
