import type { Category } from '../model';

/** Parts of a week in which somebody could come: `3e` is Wednesday evening. */
export const DAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;
export const PARTS = ['m', 'a', 'e'] as const;
export type Slot = `${(typeof DAYS)[number]}${(typeof PARTS)[number]}`;
export const SLOTS: readonly Slot[] = DAYS.flatMap(day => PARTS.map((part): Slot => `${day}${part}`));
/** A person names at least one of them and at most this many. */
export const MOST_SLOTS = 3;

export interface Voice {
  memberId: string;
  at: number;
  when: Slot[];
  /** True if the person wants to be reminded before the class opens. */
  remind?: true;
  /** The wish from which the voice came, if that was merged into this one. */
  from?: string;
}

export const ANSWER_KINDS = ['planned', 'exists', 'no'] as const;
/** 会办, 已经有了, 办不了. */
export type AnswerKind = (typeof ANSWER_KINDS)[number];

export interface WishAnswer {
  at: number;
  kind: AnswerKind;
  text: string;
  byName: string;
}

/** A class of a draft that was added because of a wish. */
export interface Taken {
  draftId: string;
  key: string;
  at: number;
  /** When its voices were told that the batch is published; `null` until then. */
  toldAt: number | null;
}

/**
 * `wishes` (愿望): a course that people would like to learn. It is a line without seats: one document, the people in the
 * order in which they said so, and their count beside them. `_id` follows from the act that proposed it.
 */
export interface Wish {
  _id: string;
  /** The only words of it that others see. */
  title: string;
  /** The title without what titles of one course differ in (`words.ts`). */
  plain: string;
  category: Category;
  /**
   * - held: WeChat did not say that the title is fine. Only its proposer and staff see it.
   * - hidden: staff took it down.
   * - merged: it lives on in another wish. Its voices stay here as they were, for an unmerging.
   */
  state: 'held' | 'open' | 'hidden' | 'merged';
  /** For staff only; '' = none given. */
  why: string;
  /** '' if nobody proposed it: it was made for people who found a class full. */
  by: string;
  at: number;
  voices: Voice[];
  /** Always `voices.length`. */
  voiceCount: number;
  /** When somebody last joined. */
  voicedAt: number;
  answer?: WishAnswer;
  mergedInto?: string;
  taken: Taken[];
  /** Grows with every act of staff, and not with a voice. */
  revision: number;
}

/** More people than this are not counted, so that the document stays small. */
export const MOST_VOICES = 5_000;
/** Wishes of one person that staff have not dealt with. It is looked up and no invariant. */
export const MOST_OWN = 3;
