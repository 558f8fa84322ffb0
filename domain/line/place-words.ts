import { isLecture } from '../lesson/lecture';
import type { Offering } from '../model';
import type { Place, PlaceState } from './place';

/**
 * How a place is named, wherever it is: on a chip, in a sentence to its person, over a list, on the way out. A lint rule
 * keeps other files from wording a place by its state, so a further state does not compile until it has its words here.
 */
interface Words {
  /** 入座 / 候补: in a column or before a number. */
  word: string;
  /** 有座位 / 候补: what a person's own data say. */
  data: string;
  /** Also the kind of its chip and the name of its list. */
  look: 'seated' | 'waiting';
  chip: (number: number) => string;
  /** To staff and on the record. */
  place: (number: number) => string;
  /** To the person: on the card of the class, in the list of a batch, on the button. */
  card: (number: number) => string;
  row: (number: number) => string;
  button: (number: number) => string;
  /** The person's own place as a title, and as the text of the door to it. */
  mine: string;
  door: (number: number, over: boolean) => string;
  /** Of a class that is over; `ended` is null if the lessons tell how it went. */
  over: string;
  ended: string | null;
  /** How many of them a person has in a batch. */
  have: (count: number) => string;
  /** The titles of a list of people, for staff and for instructors, and what staff read if nobody is in it. */
  group: string;
  present: string;
  none: string;
  /** The way out: its name, the question, the button, what is lost and what was done. */
  out: string;
  ask: (title: string) => string;
  sure: string;
  lose: (title: string, number: number, waiting: number) => string;
  gone: (title: string, waiting: number) => string;
  /** The consequence of an erasure, and of removing the person. */
  erased: (title: string, number: number) => string;
  removed: string;
  /** Read out on the telephone. `next` is the lesson to come, if any; `moves` is true while the line moves up. */
  heard: (number: number, since: string, next: string | null, moves: boolean) => string;
  /** The way out if it clashes with another class: in short, and in a sentence. */
  clash: string;
  clashText: string;
}

const WORDS: Record<PlaceState, Words> = {
  SEATED: {
    word: '入座',
    data: '有座位',
    look: 'seated',
    chip: () => '已入座',
    place: number => `第 ${number} 座`,
    card: number => `您的座位：第 ${number} 位入座`,
    row: number => `您已报上，第 ${number} 位入座`,
    button: () => '已入座，看我的座位',
    mine: '我的座位',
    door: (number, over) => `第 ${number} 位入座${over ? '，课上完了' : '，退课也在这里'}`,
    over: '上完了',
    ended: null,
    have: count => `报上 ${count} 个班`,
    group: '已入座',
    present: '在座',
    none: '还没有人入座',
    out: '退课',
    ask: title => `退掉${title}？`,
    sure: '确定退课',
    lose: (_title, _number, waiting) =>
      waiting > 0
        ? `现在有 ${waiting} 人候补，退了以后座位马上给第 1 位，不能改回。想再报，要重新排队。`
        : '现在没有人候补，退了以后座位会重新开放，谁先报归谁。',
    gone: (title, waiting) => `已退掉${title}，${waiting > 0 ? '座位给了候补的工友' : '座位重新开放了'}`,
    erased: title => `${title}的座位退掉，有人候补就马上给他。`,
    removed: '他的座位会给候补第 1 位。',
    heard: (number, since, next) => `有座位，第 ${number} 座，${since}，${next ?? '已经上完'}`,
    clash: '先退掉那一个，才能报这个',
    clashText: '同一时间只能上一个班。先退掉那一个，才能报这个。',
  },
  WAITING: {
    word: '候补',
    data: '候补',
    look: 'waiting',
    chip: number => `候补第 ${number} 位`,
    place: number => `候补第 ${number} 位`,
    card: number => `您在候补第 ${number} 位`,
    row: number => `您在候补第 ${number} 位`,
    button: number => `候补第 ${number} 位，看看队伍`,
    mine: '我的候补',
    door: number => `候补第 ${number} 位`,
    over: '没有轮到',
    ended: '这个班的课都上完了，候补没有轮到您',
    have: count => `候补 ${count} 个班`,
    group: '候补',
    present: '候补',
    none: '没有人候补',
    out: '退出候补',
    ask: () => '退出候补？',
    sure: '确定退出',
    lose: (title, number) => `您在${title}候补第 ${number} 位，退出后位置不保留。`,
    gone: title => `已退出${title}的候补`,
    erased: (title, number) => `${title}的候补第 ${number} 位退出。`,
    removed: '排在他后面的人各往前一位。',
    heard: (number, since, _next, moves) =>
      `候补第 ${number} 位，${since}，${moves ? '前面有人退课就往前移' : '现在不再递补了'}`,
    clash: '您正在那边候补，退出候补就能报这个',
    clashText: '您正在那边候补。退出那边的候补，就能排这个班。',
  },
};

/** The words that differ at a lecture. */
const AT_A_LECTURE: Partial<Record<PlaceState, Partial<Words>>> = {
  SEATED: {
    door: (number, over) => `第 ${number} 位入座${over ? '，已经讲完' : '，退座位也在这里'}`,
    over: '讲完了',
    out: '退座位',
    sure: '确定退座位',
    heard: (number, since, next) => `有座位，第 ${number} 座，${since}，${next ?? '已经讲完'}`,
  },
  WAITING: { ended: '讲座已经讲完，候补没有轮到您' },
};

/** @param section absent = the words are about no class in particular */
export const wordsOf = ({ state }: Pick<Place, 'state'>, section: Pick<Offering, 'kind'> = {}): Words => ({
  ...WORDS[state],
  ...(isLecture(section) ? AT_A_LECTURE[state] : {}),
});
