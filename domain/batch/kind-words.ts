import { isLecture } from '../lesson/lecture';
import type { Offering } from '../model';

/** The words for a class, its lessons and the way out of it, wherever people read them: 班 and 课, or 讲座 and 场. */
interface KindWords {
  thing: string;
  teacher: string;
  /** One lesson, by its index. */
  lesson: (index: number) => string;
  /** How many lessons there are. */
  count: (count: number) => string;
  /** The title of the first lesson on a ticket, and of what leads to all of them. */
  first: string;
  all: (count: number) => string;
  /** The way out of a seat, and what is left once it is closed. */
  out: string;
  tooLate: string;
}

const CLASS: KindWords = {
  thing: '班级',
  teacher: '老师',
  lesson: index => `第 ${index + 1} 次课`,
  count: count => `共 ${count} 次课`,
  first: '第一课',
  all: count => `全部 ${count} 次`,
  out: '退课',
  tooLate: '，哪一次来不了可以请假',
};

const LECTURE: KindWords = {
  thing: '讲座',
  teacher: '主讲',
  lesson: () => '这一场',
  count: () => '只有这一场',
  first: '时间',
  all: () => '看这一场',
  out: '退座位',
  tooLate: '',
};

export const kindWords = (section: Pick<Offering, 'kind'>): KindWords => (isLecture(section) ? LECTURE : CLASS);
