import type { Notice } from '../model';

/** 订阅消息 fields of the kind `thing` take 20 characters. */
const MOST = 20;

/** What the phone says where the notice has no sentence of its own, and for the short line of a message. */
const SHORT: Record<Notice['kind'], string> = {
  PROMOTED: '候补已转为正式名额',
  LESSON_MOVED: '有一次课改了时间',
  LESSON_CANCELLED: '有一次课取消了',
  SECTION_CANCELLED: '这个班取消了，名额已退还',
  PLACE_CHANGED: '上课地点改了',
  INSTRUCTOR_CHANGED: '讲师改了',
  ADDED: '工作人员把您加入了这个班',
  MOVED: '候补次序有调整',
  REMOVED: '工作人员把您移出了这个班',
};

const short = (text: string) => ([...text].length <= MOST ? text : `${[...text].slice(0, MOST - 1).join('')}…`);

/**
 * The fields of a subscription message: `thing1` the class, `thing2` what happened. The whole sentence stands in the
 * inbox. A template that a union chooses must have these two fields.
 */
export const pushWords = ({ kind, title, text }: Pick<Notice, 'kind' | 'title' | 'text'>) => ({
  thing1: { value: short(title) },
  thing2: { value: text && [...text].length <= MOST ? text : SHORT[kind] },
});
