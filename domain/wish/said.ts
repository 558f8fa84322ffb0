import { DAYS, type AnswerKind, type Slot } from './wish';

const PART_WORDS = { m: '上午', a: '下午', e: '晚上' } as const;

/** 周三晚上 */
export const slotWords = (slot: Slot): string =>
  `周${'一二三四五六日'.charAt(DAYS.indexOf(slot.charAt(0) as (typeof DAYS)[number]))}${PART_WORDS[slot.charAt(1) as keyof typeof PART_WORDS]}`;

export const ANSWER_WORDS: Record<AnswerKind, string> = { planned: '会办', exists: '已经有了', no: '这次办不了' };

/** The sentence that staff begin with. */
export const ANSWER_SENTENCES: Record<AnswerKind, string> = {
  planned: '大家的想法收到了，准备在下一期安排，开放时间会通知您。',
  exists: '这门课已经开着，欢迎在首页报名。',
  no: '这门课现在还办不了，先记下来，条件有了再答复您。',
};
