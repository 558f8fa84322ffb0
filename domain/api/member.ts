import * as z from 'zod';
import { LENGTH } from '../bounds';
import { MEMBERSHIPS, PUSH_KINDS, type Notice, type PushKind, type Role } from '../model';
import { actId, endpoint, id, instant, nothing } from './endpoint';
import type { EraseOutlook, OwnGroup } from './own-data';
import type { Profile } from '../people/profile';

export interface Messages {
  templates: Partial<Record<PushKind, string>>;
  left: Partial<Record<PushKind, number>>;
}

/** A full class that I follow. */
export interface FollowedClass {
  sectionId: string;
  batchId: string;
  title: string;
  at: number;
}

export const MEMBER = {
  /** `reminders`: whether I am reminded before each lesson; absent in older answers. */
  'member.me': endpoint<{ profile: Profile | null; roles: Role[]; reminders?: boolean }>()({
    access: 'anyone',
    input: nothing,
    refusals: [],
  }),
  /** Loose on purpose, because `domain/people/profile.ts` says in its own words what is wrong with a field. */
  'member.save': endpoint<{ profile: Profile }>()({
    access: 'anyone',
    input: z.strictObject({
      name: z.string().max(LENGTH.profile),
      phone: z.string().max(LENGTH.profile),
      employer: z.string().max(LENGTH.profile),
      /** 所在镇街; only batches for certain districts ask for it. */
      district: z.string().max(LENGTH.profile).optional(),
      /** Follows from `membership` if that is given. Apps from before that question send only this. */
      unionMember: z.boolean(),
      membership: z.enum(MEMBERSHIPS).nullable().optional(),
      tappedAt: instant.optional(),
    }),
    refusals: ['BAD_PROFILE', 'ERASING', 'CHANGED_SINCE'],
  }),
  /** The number for the code that WeChat's button gave the phone. It fills the form and is not stored. */
  'member.phone': endpoint<{ phone: string }>()({
    access: 'anyone',
    input: z.strictObject({ code: z.string().min(1).max(200) }),
    refusals: ['PHONE_CODE_OLD', 'PHONE_UNAVAILABLE'],
  }),
  /** All data that is kept about me, by collection. */
  'member.data': endpoint<{ groups: OwnGroup[]; erasingSince: number | null }>()({
    access: 'anyone',
    input: nothing,
    refusals: [],
  }),
  /** Says what an erasure would do, without doing it. */
  'member.eraseLook': endpoint<EraseOutlook>()({ access: 'anyone', input: nothing, refusals: [] }),
  /** Erases me. Profile and roles end at once, the rest within minutes. Twice is once. */
  'member.erase': endpoint<{ startedAt: number }>()({
    access: 'anyone',
    input: z.strictObject({ confirmed: z.literal('删除我的资料'), tappedAt: instant.optional() }),
    refusals: ['STILL_STAFF', 'CHANGED_SINCE'],
  }),
  /** The inbox, newest first, at most 50. */
  'member.notices': endpoint<{ notices: Omit<Notice, 'memberId' | 'push'>[] }>()({
    access: 'anyone',
    input: nothing,
    refusals: [],
  }),
  'member.readNotices': endpoint<{ read: number }>()({
    access: 'anyone',
    input: z.strictObject({ noticeIds: z.array(z.string().max(200)).min(1).max(50) }),
    refusals: [],
  }),
  /**
   * The kinds of subscription messages that this union has a template for. For each, how many messages the person has
   * agreed to that have not been sent yet.
   */
  'member.messages': endpoint<Messages>()({ access: 'anyone', input: nothing, refusals: [] }),
  /** The person has just agreed, in WeChat's own dialogue, to one subscription message of each of these kinds. */
  'member.consent': endpoint<{ consents: Messages['left'] }>()({
    access: 'anyone',
    input: z.strictObject({
      kinds: z.array(z.enum(PUSH_KINDS)).min(1).max(5),
      /** Names the tap, so that the same tap sent again counts once. */
      tapId: actId.optional(),
    }),
    refusals: ['ERASING'],
  }),
  /** 开放前提醒我: follows a batch, or stops following it. Twice is once. Stopping is always possible. */
  'member.follow': endpoint<{ follows: boolean }>()({
    access: 'anyone',
    input: z.strictObject({ batchId: id, on: z.boolean() }),
    refusals: ['BATCH_NOT_FOUND', 'OPEN_ALREADY', 'ERASING'],
  }),
  /** 有空位时告诉我: follows a full class, or stops following it. Twice is once. Stopping is always possible. */
  'member.followClass': endpoint<{ follows: boolean }>()({
    access: 'anyone',
    input: z.strictObject({ sectionId: id, on: z.boolean() }),
    refusals: [
      'SECTION_NOT_FOUND',
      'SECTION_CANCELLED',
      'NOT_OPEN',
      'CLOSED',
      'IN_LINE_YOURSELF',
      'ROOM_LEFT',
      'FOLLOW_LIMIT',
      'FOLLOWED_BY_MANY',
      'ERASING',
    ],
  }),
  /** The full classes that I follow, the last first. */
  'member.followedClasses': endpoint<{ classes: FollowedClass[] }>()({
    access: 'anyone',
    input: nothing,
    refusals: [],
  }),
  /** Whether I want to be reminded the evening before each lesson. Twice is once. */
  'member.reminders': endpoint<{ on: boolean }>()({
    access: 'anyone',
    input: z.strictObject({ on: z.boolean() }),
    refusals: ['PROFILE_MISSING'],
  }),
  /** The batches that I follow. */
  'member.follows': endpoint<{ batchIds: string[] }>()({ access: 'anyone', input: nothing, refusals: [] }),
};
