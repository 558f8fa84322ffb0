import { isLecture } from '../lesson/lecture';
import type { Offering } from '../model';
import { titleOf } from './title';

/** The words for a class, its lessons and the way out of it, wherever people read them: 班 and 课, or 讲座 and 场. */
interface KindWords {
  thing: string;
  /** Where it is spoken of in a sentence: 这个班. */
  it: string;
  teacher: string;
  /** Everybody who has a seat, a message to them, and their group in WeChat. */
  all: string;
  tell: string;
  group: string;
  /** One lesson, by its index: in a sentence, and as the first word of a row. */
  lesson: (index: number) => string;
  row: (index: number) => string;
  /** A lesson if it is clear which one. */
  one: string;
  /** It begins, it is over, it took place. */
  begins: string;
  over: string;
  held: string;
  /** How many lessons there are. */
  count: (count: number) => string;
  /** How many were called off. */
  cancelled: (count: number) => string;
  /** The title of the first lesson on a ticket, and of what leads to all of them. */
  first: string;
  every: (count: number) => string;
  /** The way out of a seat, and what is left once it is closed. */
  out: string;
  tooLate: string;
}

const CLASS: KindWords = {
  thing: '班级',
  it: '这个班',
  teacher: '老师',
  all: '全班',
  tell: '通知全班',
  group: '班级群',
  lesson: index => `第 ${index + 1} 次课`,
  row: index => `第 ${index + 1} 次`,
  one: '这次课',
  begins: '上课',
  over: '下课',
  held: '上了课',
  count: count => `共 ${count} 次课`,
  cancelled: count => `${count} 节课已取消`,
  first: '第一课',
  every: count => `全部 ${count} 次`,
  out: '退课',
  tooLate: '，哪一次来不了可以请假',
};

const LECTURE: KindWords = {
  thing: '讲座',
  it: '这场讲座',
  teacher: '主讲',
  all: '听众',
  tell: '通知听众',
  group: '听众群',
  lesson: () => '这一场',
  row: () => '讲座',
  one: '这一场',
  begins: '开讲',
  over: '讲完',
  held: '讲过',
  count: () => '只有这一场',
  cancelled: () => '取消过一场',
  first: '时间',
  every: () => '看这一场',
  out: '退座位',
  tooLate: '',
};

export const kindWords = (section: Pick<Offering, 'kind'>): KindWords => (isLecture(section) ? LECTURE : CLASS);

/** The names of lectures that say so themselves. */
const SAYS_SO = /(?:讲座|沙龙|讲堂|论坛|报告会?|分享会)$/;

/** The name of one lesson: 茶艺一班第 3 次课. A lecture has one, and its name says that it is a lecture. */
export function lessonTitle(section: Pick<Offering, 'kind' | 'course' | 'name'>, index: number): string {
  const title = titleOf(section);
  if (!isLecture(section)) return `${title}${CLASS.lesson(index)}`;
  return SAYS_SO.test(title) ? title : `${title}讲座`;
}

interface Titled {
  title: string;
  lecture?: true;
  lessonIndex: number;
}

/** The same for a lesson that is sent with the title of its class alone. A lecture's title is its own. */
export const titledLesson = ({ title, lecture, lessonIndex }: Titled): string =>
  lecture ? title : `${title}${CLASS.lesson(lessonIndex)}`;
