import { dayText } from '../base/clock';
import { percentText } from '../rating/said';
import type { NumberKey } from './definitions';
import type { Numbers } from './numbers';
import { spanWords, type Span } from './span';

/** A lesson of a school: 45 minutes. */
export const hoursOf = (minutes: number): number => Math.round(minutes / 45);

/** 9999, 1.2 万, 12 万. From ten thousand on with one decimal, cut off and not rounded up. */
export function countText(count: number): string {
  if (count < 10_000) return String(count);
  const tenths = Math.floor(count / 1_000);
  return `${tenths % 10 === 0 ? tenths / 10 : (tenths / 10).toFixed(1)} 万`;
}

/** The value of a number as it is shown, without its unit; '—' = nobody knows. */
export function valueText(numbers: Numbers, key: NumberKey): string {
  switch (key) {
    case 'rate':
      return numbers.rate === null ? '—' : percentText(numbers.rate);
    case 'satisfied':
      return numbers.satisfied === null ? '—' : percentText(numbers.satisfied.share);
    case 'turnedAway':
      if (numbers.turnedAway === 0 && numbers.turnedAwayAtLeast) return '—';
      return `${numbers.turnedAwayAtLeast ? '至少 ' : ''}${countText(numbers.turnedAway)}`;
    default:
      return countText(countOf(numbers, key));
  }
}

/** The value of a number that counts something. */
export function countOf(numbers: Numbers, key: Exclude<NumberKey, 'rate' | 'satisfied'>): number {
  switch (key) {
    case 'hours':
      return hoursOf(numbers.minutes);
    case 'wishesProposed':
      return numbers.wishes.proposed;
    case 'wishesAnswered':
      return numbers.wishes.answered;
    case 'wishesTaken':
      return numbers.wishes.taken;
    case 'wishesOpened':
      return numbers.wishes.opened;
    case 'onTheDay':
      return numbers.onTheDay ?? 0;
    default:
      return numbers[key];
  }
}

/** The words that a number needs beside it to be right; '' = none. */
export function besides(numbers: Numbers, key: NumberKey): string {
  if (key === 'people' && numbers.gone > 0) return `其中 ${numbers.gone} 人已删除资料或去掉名字，按班计`;
  if (key === 'lessons' && numbers.openLessons > 0) return openLessonsText(numbers.openLessons);
  if (key === 'onTheDay' && numbers.heads) return `其中 ${numbers.heads} 人次是清点的，不在参训人次里`;
  if (key === 'satisfied' && numbers.satisfied)
    return `${numbers.satisfied.people} 人评${numbers.satisfied.rest > 0 ? `，其中其余小班 ${numbers.satisfied.rest} 人` : ''}`;
  return '';
}

export const openLessonsText = (count: number): string => `还有 ${count} 次课没结课，没有算进来`;

/**
 * The paragraph as unions write it. Nothing is said that is zero.
 *
 * @param at when it is written. If the span is not over by then, it says up to which day.
 * @param until the end of the span (exclusive)
 */
export function paragraph(span: Span, numbers: Numbers, union: string, at: number, until: number): string {
  const when = `${spanWords(span)}${at < until ? `（截至${dayText(at)}）` : ''}`;
  if (numbers.lessons === 0) return `${when}，${union}还没有结课的课程，没有数字可写。${wishesText(numbers)}`;
  const open = numbers.openLessons > 0 ? `另有 ${numbers.openLessons} 次课还没结课，没有算进来。` : '';
  return (
    [offered(when, numbers, union), came(numbers), quality(numbers)].filter(Boolean).join('') +
    wishesText(numbers) +
    open
  );
}

/** 12 个, 1.2 万个. */
export const withUnit = (count: number, unit: string): string =>
  `${countText(count)}${count < 10_000 ? ' ' : ''}${unit}`;

/** The same, or nothing if it is zero. */
const some = (count: number, unit: string, before = ''): string =>
  count > 0 ? `${before}${withUnit(count, unit)}` : '';
const listed = (parts: readonly string[]): string => parts.filter(Boolean).join('，');

function offered(when: string, numbers: Numbers, union: string): string {
  const { batches, courses, sections, lessons, seats, organisations, instructors } = numbers;
  const who = [some(organisations, '家承办单位'), some(instructors, '位讲师')].filter(Boolean).join('、');
  return `${listed([
    `${when}，${union}${who ? `联合 ${who}` : ''}开办公益课程 ${withUnit(batches, '期')}`,
    `${withUnit(courses, '门课')} ${withUnit(sections, '个班')}`,
    some(seats, '个', '提供名额 '),
    `上课 ${withUnit(lessons, '次')}`,
  ])}。`;
}

function came(numbers: Numbers): string {
  const { people, visits, minutes, newcomers, employers, gone, heads = 0 } = numbers;
  const counted = some(heads, '人次', '讲座上另清点到未登记的 ');
  if (visits === 0) return counted ? `没有人登记到课，${counted}。` : '没有人到课。';
  const aside = [
    newcomers > 0 ? `新学员 ${withUnit(newcomers, '人')}` : '',
    gone > 0 ? `${gone} 人已删除资料或去掉名字，按班计` : '',
  ].filter(Boolean);
  return `${listed([
    `参训职工 ${withUnit(people, '人')}${aside.length > 0 ? `（其中${aside.join('，')}）` : ''}`,
    `${withUnit(visits, '人次')}`,
    some(hoursOf(minutes), '人·学时', '累计 '),
    some(employers, '家单位', '惠及 '),
    counted,
  ])}。`;
}

function quality({ rate, satisfied, turnedAway, turnedAwayAtLeast }: Numbers): string {
  const text = listed([
    rate === null || rate === 0 ? '' : `到课率 ${percentText(rate)}`,
    satisfied ? `满意度 ${percentText(satisfied.share)}（${satisfied.people} 人评）` : '',
    turnedAway > 0 ? `${turnedAwayAtLeast ? '至少' : '还有'} ${withUnit(turnedAway, '人没报上')}` : '',
  ]);
  return text ? `${text}。` : '';
}

function wishesText({ wishes: { proposed, answered, taken, opened } }: Numbers): string {
  const text = listed([
    some(proposed, '个', '职工提出愿望 '),
    some(answered, '个', '答复 '),
    some(taken, '个', '立项 '),
    some(opened, '个', '开班 '),
  ]);
  return text ? `${text}。` : '';
}

/** 职工提出 42 个愿望 → … → 满意 96%: the steps of the loop of which there is something to say. */
export function loopWords({ wishes, organisations, people, satisfied }: Numbers): string[] {
  return [
    some(wishes.proposed, '个愿望', '职工提出 '),
    some(wishes.taken, '个', '工会立项 '),
    some(organisations, '家单位承办'),
    some(people, '人参训'),
    satisfied ? `满意 ${percentText(satisfied.share)}` : '',
  ].filter(Boolean);
}
