import type { StaffWish, WishCard } from '../../domain/api';
import { dueAt, isOverdue, stepsOf } from '../../domain/wish/due';
import type { Wish } from '../../domain/wish/wish';

/** The fields of a wish without its voices, which may be thousands. */
export const CARD_FIELDS = [
  '_id',
  'title',
  'plain',
  'category',
  'state',
  'at',
  'by',
  'voiceCount',
  'voicedAt',
  'answer',
  'mergedInto',
  'taken',
  'why',
  'revision',
] as const;
export type Listed = Pick<Wish, (typeof CARD_FIELDS)[number]>;

/** The part of a wish that everybody may see. */
export const wishCard = (wish: Listed, now: number): WishCard => ({
  wishId: wish._id,
  title: wish.title,
  category: wish.category,
  voiceCount: wish.voiceCount,
  at: wish.at,
  answer: wish.answer ? { kind: wish.answer.kind, text: wish.answer.text, at: wish.answer.at } : null,
  overdue: isOverdue(wish, now),
  batchId: [...wish.taken].reverse().find(one => one.toldAt !== null)?.draftId ?? null,
});

export const staffWish = (wish: Listed, now: number): StaffWish => ({
  ...wishCard(wish, now),
  state: wish.state === 'held' ? 'held' : 'open',
  why: wish.why,
  dueAt: dueAt(wish),
  steps: stepsOf(wish),
  revision: wish.revision,
});
