import Taro from '@tarojs/taro';
import type { MarkState } from '../../../domain/roll/roll';
import { chosenOpenid } from '../../app/local/person';
import type { LessonId } from '../../app/known/attendance';
import { lessonKey } from './rolls';

/** A mark that the phone has made and the server has not confirmed. */
export interface UnsentMark {
  nonce: string;
  memberId: string;
  /** The lesson's title, so that the box can be named whatever becomes of the roll. */
  name: string;
  state: MarkState | null;
  /** On the phone's own clock, right or wrong. */
  madeAt: number;
  /** How far the server's clock was ahead of the phone's, if the phone knew that when it made the mark. */
  offsetMs?: number;
  /** When the server gave the roll on which the mark was made. */
  loadedAt?: number;
  /** How many marks of the roll the phone had seen. */
  seen: number;
  /**
   * `at` of the mark that it knowingly overrules. This mark counts as later than that one, however wrong the phone's
   * clock is.
   */
  after?: number;
  reason?: string;
}

/** Marks that were refused for good. They are kept until somebody has decided what to do with them. */
export interface Aside {
  code: string;
  message: string;
  marks: UnsentMark[];
}

/** What one lesson still has to send, in the order in which the marks were made. */
export interface Box extends LessonId {
  title: string;
  marks: UnsentMark[];
  aside: Aside[];
}

const PREFIX = 'hg.unsent.';

/**
 * The name of a box contains the person who made the marks. So `forgetPerson` leaves the box alone when another person
 * takes the phone, and that person neither sees nor sends it. It waits until its maker is back. Only the local build
 * can switch person; in WeChat a storage belongs to one.
 */
const mine = () => `${PREFIX}${chosenOpenid() || 'me'}.`;

const isBox = (value: unknown): value is Box => {
  const box = (value ?? {}) as Partial<Box>;
  return typeof box.sectionId === 'string' && Array.isArray(box.marks) && Array.isArray(box.aside);
};

export function readBox(key: string): Box | undefined {
  const kept: unknown = Taro.getStorageSync(mine() + key);
  return isBox(kept) ? kept : undefined;
}

/** Every box of the current person. */
export function readBoxes(): Record<string, Box> {
  const names = Taro.getStorageInfoSync().keys.filter(name => name.startsWith(mine()));
  const found = names.map((name): unknown => Taro.getStorageSync(name)).filter(isBox);
  return Object.fromEntries(found.map(box => [lessonKey(box), box]));
}

/** False if the phone has no room for it. */
export function writeBox(box: Box): boolean {
  const name = mine() + lessonKey(box);
  try {
    if (box.marks.length + box.aside.length > 0) Taro.setStorageSync(name, box);
    else Taro.removeStorageSync(name);
    return true;
  } catch (error) {
    console.warn('Could not keep the marks of a lesson', name, error);
    return false;
  }
}
