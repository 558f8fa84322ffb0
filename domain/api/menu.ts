import * as z from 'zod';
import { LENGTH, RANGE } from '../bounds';
import type { Asked } from '../menu/ask';
import type { MenuItem } from '../menu/menu';
import { CATEGORIES, type DraftSection } from '../model';
import type { Suggestion } from '../wish/seats';
import { SLOTS } from '../wish/wish';
import { actId, endpoint, id, instant, nothing, RUNNERS, STAFF, within, words } from './endpoint';
import type { DraftView } from './shown-staff';

/** An item of the caller's own. */
export type MyMenuItem = Omit<MenuItem, '_id' | 'by'> & { menuId: string };

/** An item that staff may choose. */
export type StaffMenuItem = Omit<MyMenuItem, 'state' | 'revision'>;

export interface MenuList {
  items: StaffMenuItem[];
  /** The wish that something is looked for; `null` if none was named. */
  wish: { wishId: string; title: string; suggestion: Suggestion } | null;
  /** Drafts that can take an item in. */
  drafts: { draftId: string; title: string; revision: number }[];
}

/** A class that asks the caller, and nothing else of its draft. */
export interface Ask
  extends
    Pick<
      DraftSection,
      | 'course'
      | 'category'
      | 'name'
      | 'organisation'
      | 'instructor'
      | 'place'
      | 'schedule'
      | 'lessons'
      | 'capacity'
      | 'key'
    >,
    Pick<Asked, 'at' | 'answer' | 'text'> {
  draftId: string;
  answeredAt: number | null;
}

const ofDraft = { draftId: id, revision: z.number().int() };

export const MENU = {
  /** Writes an item of my menu; `menuId` null = a new one. Of two who change one at once, one is told to look again. */
  'menu.save': endpoint<{ menuId: string }>()({
    access: RUNNERS,
    input: z.strictObject({
      actId,
      menuId: id.nullable(),
      /** As last seen; 0 for a new one. */
      revision: z.number().int(),
      organisation: words(LENGTH.organisation),
      instructor: words(LENGTH.personName),
      course: words(LENGTH.wishTitle, 1),
      about: words(LENGTH.menuAbout),
      least: within(RANGE.menuPeople),
      most: within(RANGE.menuPeople),
      when: z.array(z.enum(SLOTS)).max(SLOTS.length),
      minutes: within(RANGE.menuMinutes),
      lessons: within(RANGE.menuLessons),
      needs: words(LENGTH.menuNeeds),
      cost: within(RANGE.menuCost).nullable(),
    }),
    refusals: ['BAD_MENU', 'MENU_LIMIT', 'MENU_NOT_FOUND', 'MENU_CHANGED', 'TEXT_RISKY', 'ERASING'],
  }),
  /** Takes an item off my menu, or puts it back. The same twice is a quiet success. */
  'menu.withdraw': endpoint<{ menuId: string }>()({
    access: RUNNERS,
    input: z.strictObject({ menuId: id, withdrawn: z.boolean() }),
    refusals: ['MENU_NOT_FOUND', 'MENU_LIMIT'],
  }),
  /** My items, those on the menu first. `author`: the names under which I may offer. */
  'menu.mine': endpoint<{
    items: MyMenuItem[];
    author: { organisation: string; instructor: string; organisations: string[] };
  }>()({
    access: RUNNERS,
    input: nothing,
    refusals: [],
  }),
  /** Classes of drafts that ask me whether I take them on, those without an answer first. */
  'menu.asks': endpoint<{ asks: Ask[] }>()({ access: RUNNERS, input: nothing, refusals: [] }),
  /** Answers the ask that was made `at`. One that was made anew meanwhile, for another time, is not answered. */
  'menu.answer': endpoint<{ answer: 'yes' | 'no' }>()({
    access: RUNNERS,
    input: z.strictObject({
      actId,
      draftId: id,
      key: id,
      at: instant,
      yes: z.boolean(),
      text: words(LENGTH.askAnswer),
    }),
    refusals: ['NOT_ASKED', 'ASK_CHANGED', 'ASK_ANSWERED', 'TEXT_RISKY'],
  }),
  /** The courses that organisations and instructors offer. With a wish, the items that fit it come first. */
  'menu.list': endpoint<MenuList>()({
    access: STAFF,
    input: z.strictObject({ category: z.enum(CATEGORIES).optional(), wishId: id.optional() }),
    refusals: ['WISH_NOT_FOUND'],
  }),
  /** Makes an item a class of a draft, or of a new one. With a wish, its people are told when the class is published. */
  'menu.take': endpoint<{ draftId: string }>()({
    access: STAFF,
    input: z.strictObject({
      actId,
      menuId: id,
      draft: z.strictObject(ofDraft).nullable(),
      wishId: id.optional(),
    }),
    refusals: [
      'MENU_NOT_FOUND',
      'DRAFT_NOT_FOUND',
      'DRAFT_CHANGED',
      'WISH_NOT_FOUND',
      'WISH_CHANGED',
      'CHANGE_NOT_NOW',
    ],
  }),
  /** 问一声: asks those whom a class of a draft names whether they take it on, at the time that it has now. */
  'menu.ask': endpoint<DraftView>()({
    access: STAFF,
    input: z.strictObject({ ...ofDraft, actId, key: id }),
    refusals: ['DRAFT_NOT_FOUND', 'DRAFT_CHANGED', 'DRAFT_SECTION_NOT_FOUND', 'CHANGE_NOT_NOW', 'NOBODY_TO_ASK'],
  }),
};
