import { DAY, HOUR } from '../domain/base/clock';
import { categoryOf } from '../domain/sheet/category';
import { SLOTS, type Slot, type Voice, type Wish } from '../domain/wish/wish';
import { plainTitle } from '../domain/wish/words';
import type { Random } from '../scripts/crowd/random';

interface Plan {
  key: string;
  title: string;
  voices: number;
  days: number;
  /** The hours that most of them name. */
  hours: [Slot, Slot];
  change?: (at: number) => Partial<Wish>;
}

const answered = (days: number, kind: 'planned' | 'no', text: string) => (at: number) => ({
  answer: { at: at + days * DAY, kind, text, byName: '王敏' },
});

/** One without an answer that many join, one that is overdue, two with an answer, and one that staff have to look at. */
const PLANS: readonly Plan[] = [
  { key: 'video', title: '手机短视频剪辑', voices: 42, days: 9, hours: ['3e', '6m'] },
  { key: 'pastry', title: '中式面点', voices: 27, days: 18, hours: ['6a', '7m'] },
  {
    key: 'zheng',
    title: '古筝',
    voices: 19,
    days: 30,
    hours: ['2e', '4e'],
    change: answered(4, 'planned', '老师已经在找了，准备放进下一期，开放时间会通知您。'),
  },
  {
    key: 'pool',
    title: '游泳',
    voices: 11,
    days: 26,
    hours: ['6a', '7a'],
    change: answered(10, 'no', '区里还没有能用的泳池，先记下来，条件有了再答复您。'),
  },
  { key: 'office', title: '人工智能办公', voices: 1, days: 1, hours: ['3e', '5e'], change: () => ({ state: 'held' }) },
];

/**
 * The wishes of the sample.
 *
 * @param people the ids of those who join, in their order; the first ones are persons whose part a user can take
 */
export function sampleWishes(people: readonly string[], now: number, random: Random): Wish[] {
  return PLANS.map(({ key, title, voices: count, days, hours, change }, index) => {
    const at = now - days * DAY;
    const voices = Array.from({ length: count }, (_, place): Voice => {
      const memberId = people[(place + index * 17) % people.length] ?? '';
      const other = SLOTS[random.int(SLOTS.length)];
      const when = [
        ...new Set([random.next() < 0.7 ? hours[0] : hours[1], ...(other && random.next() < 0.4 ? [other] : [])]),
      ];
      return { memberId, at: at + Math.floor((place * days * DAY) / (count + 1)) + HOUR, when };
    });
    return {
      _id: `w-sample-${key}`,
      title,
      plain: plainTitle(title),
      category: categoryOf(title),
      state: 'open',
      why: key === 'video' ? '单位要做宣传，想学拍和剪' : '',
      by: voices[0]?.memberId ?? '',
      at,
      voices,
      voiceCount: voices.length,
      voicedAt: voices[voices.length - 1]?.at ?? at,
      taken: [],
      revision: 1,
      ...change?.(at),
    };
  });
}
