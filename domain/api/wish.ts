import * as z from 'zod';
import { LENGTH, RANGE } from '../bounds';
import type { Category } from '../model';
import type { Steps } from '../wish/due';
import type { Suggestion } from '../wish/seats';
import { ANSWER_KINDS, MOST_SLOTS, SLOTS, type AnswerKind, type Slot } from '../wish/wish';
import { STAFF, actId, endpoint, id, nothing, within, words } from './endpoint';

/** A wish as everybody sees it: the title, how many people join in it, and the answer. */
export interface WishCard {
  wishId: string;
  title: string;
  category: Category;
  voiceCount: number;
  at: number;
  answer: { kind: AnswerKind; text: string; at: number } | null;
  /** Staff have not answered in time. */
  overdue: boolean;
  /** The batch that has such a class now; `null` = none yet. */
  batchId: string | null;
}

/** One of my wishes: one that I proposed, or joined. */
export interface MyWish extends WishCard {
  state: 'held' | 'open' | 'hidden' | 'merged';
  /** I proposed it. */
  own: boolean;
  /** `null` = I only proposed it and have withdrawn my voice. */
  voice: { when: Slot[]; remind: boolean } | null;
  steps: Steps;
}

/** A wish as staff see it in their queue. Nobody sees who joined. */
export interface StaffWish extends WishCard {
  state: 'held' | 'open';
  why: string;
  dueAt: number;
  steps: Steps;
  revision: number;
}

export interface WishQueue {
  /** WeChat did not say that the title is fine: staff look at it. */
  held: StaffWish[];
  /** Without an answer, the oldest first. */
  waiting: StaffWish[];
  /** Answered, most voices first. */
  answered: StaffWish[];
}

export interface WishDetail {
  wish: StaffWish;
  /** The parts of a week, most people first. */
  hours: { slot: Slot; people: number }[];
  suggestion: Suggestion;
  /** Wishes that were merged into this one. */
  merged: { wishId: string; title: string; voiceCount: number }[];
  /** Drafts that can take it in. */
  drafts: { draftId: string; title: string; revision: number }[];
}

const when = z.array(z.enum(SLOTS)).max(21);
const ofWish = { wishId: id };
/** `revision` as last seen. Of two staff members who act on a wish at once, one is told to look again. */
const acting = { ...ofWish, actId, revision: z.number().int() };
const title = words(60);

export const WISH = {
  /** All wishes, most voices first. It may be ten seconds old. */
  'wish.list': endpoint<{ wishes: WishCard[] }>()({ access: 'anyone', input: nothing, refusals: [] }),
  /** Wishes that may be the same as this title, while somebody types it. */
  'wish.similar': endpoint<{ wishes: WishCard[] }>()({
    access: 'anyone',
    input: z.strictObject({ title }),
    refusals: [],
  }),
  /** Proposes a course, with my own voice. `held`: staff look at the title first. */
  'wish.propose': endpoint<{ wishId: string; held: boolean }>()({
    access: 'anyone',
    input: z.strictObject({ actId, title, why: words(300), when, remind: z.boolean().optional() }),
    refusals: ['PROFILE_MISSING', 'BAD_WISH', 'TEXT_RISKY', 'WISH_THERE', 'WISH_LIMIT', 'ERASING'],
  }),
  /** Joins a wish or says other hours (`on`), or withdraws. `wishId` in the answer is the wish into which it was merged. */
  'wish.voice': endpoint<{ wishId: string }>()({
    access: 'anyone',
    input: z.strictObject({ ...ofWish, on: z.boolean(), when: when.max(MOST_SLOTS), remind: z.boolean().optional() }),
    refusals: ['BAD_WISH', 'WISH_NOT_FOUND', 'WISH_CLOSED', 'WISH_FULL'],
  }),
  /** 下期给我留心: joins the wish for the course of a class that was full. It is made if there is none. */
  'wish.again': endpoint<{ wishId: string }>()({
    access: 'anyone',
    input: z.strictObject({ sectionId: id }),
    refusals: ['SECTION_NOT_FOUND', 'WISH_NOT_FOUND', 'WISH_CLOSED', 'WISH_FULL'],
  }),
  'wish.mine': endpoint<{ wishes: MyWish[] }>()({ access: 'anyone', input: nothing, refusals: [] }),
  'wish.queue': endpoint<WishQueue>()({ access: STAFF, input: nothing, refusals: [] }),
  'wish.look': endpoint<WishDetail>()({ access: STAFF, input: z.strictObject(ofWish), refusals: ['WISH_NOT_FOUND'] }),
  /** Lets everybody see a wish that was held. */
  'wish.pass': endpoint<{ wishId: string }>()({
    access: STAFF,
    input: z.strictObject(acting),
    refusals: ['WISH_NOT_FOUND', 'WISH_CHANGED', 'CHANGE_NOT_NOW'],
  }),
  'wish.hide': endpoint<{ wishId: string }>()({
    access: STAFF,
    input: z.strictObject({ ...acting, reason: words(LENGTH.reason, 1) }),
    refusals: ['WISH_NOT_FOUND', 'WISH_CHANGED', 'CHANGE_NOT_NOW'],
  }),
  'wish.answer': endpoint<{ wishId: string }>()({
    access: STAFF,
    input: z.strictObject({ ...acting, kind: z.enum(ANSWER_KINDS), text: words(LENGTH.wishAnswer, 1) }),
    refusals: ['WISH_NOT_FOUND', 'WISH_CHANGED', 'CHANGE_NOT_NOW'],
  }),
  /** Everybody who joined `wishId` joins `into`, once each. */
  'wish.merge': endpoint<{ wishId: string }>()({
    access: STAFF,
    input: z.strictObject({ ...acting, into: id }),
    refusals: ['WISH_NOT_FOUND', 'WISH_CHANGED', 'CHANGE_NOT_NOW'],
  }),
  'wish.unmerge': endpoint<{ wishId: string }>()({
    access: STAFF,
    input: z.strictObject({ ...ofWish, actId }),
    refusals: ['WISH_NOT_FOUND', 'WISH_CHANGED', 'CHANGE_NOT_NOW'],
  }),
  /** Adds classes for it to a draft, or to a new one. */
  'wish.take': endpoint<{ draftId: string }>()({
    access: STAFF,
    input: z.strictObject({
      ...acting,
      draft: z.strictObject({ draftId: id, revision: z.number().int() }).nullable(),
      classes: within(RANGE.wishClasses),
      capacity: within(RANGE.wishSeats),
    }),
    refusals: ['WISH_NOT_FOUND', 'WISH_CHANGED', 'CHANGE_NOT_NOW', 'DRAFT_NOT_FOUND', 'DRAFT_CHANGED'],
  }),
};
