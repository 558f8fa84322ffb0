import * as z from 'zod';
import type { Range } from '../bounds';
import type { RefusalCode } from '../base/codes';
import type { Role } from '../model';
import { written } from '../base/written';

/** The building blocks of the contract's endpoints. */

/**
 * The callers that an endpoint accepts. `anyone` is everybody inside WeChat. A list of roles means a member who has one
 * of them. `public` also admits callers without an identity, such as a page that is opened from 朋友圈. A public endpoint
 * reads public data only and does not know its caller.
 */
export type Access = 'public' | 'anyone' | readonly Role[];

export interface Endpoint<I extends z.ZodType = z.ZodType, O = unknown, R extends RefusalCode = RefusalCode> {
  access: Access;
  input: I;
  /** The endpoint's own refusals. Those of the door (`DOOR_REFUSALS`) may come from every endpoint. */
  refusals: readonly R[];
  /** Carries the type of the answer; never set. */
  output?: O;
}

/** Refusals that the door gives for every endpoint. */
export const DOOR_REFUSALS = [
  'UNKNOWN_ENDPOINT',
  'BAD_INPUT',
  'NO_IDENTITY',
  'FORBIDDEN',
  'BUSY',
  'FAULT',
  'ACT_ID_USED',
  'UPGRADING',
] as const;
export type DoorRefusal = (typeof DOOR_REFUSALS)[number];

export const endpoint =
  <O>() =>
  <I extends z.ZodType, const R extends RefusalCode>(definition: {
    access: Access;
    input: I;
    refusals: readonly R[];
  }): Endpoint<I, O, R> =>
    definition;

export const STAFF: Access = ['staff'];
/**
 * Limits access to an instructor's or an organisation's own sections. `domain/people/own.ts` decides which are whose.
 */
export const RUNNERS: Access = ['instructor', 'organisation'];

export const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
export const nothing = z.strictObject({});
export const ofBatch = z.strictObject({ batchId: id });
export const ofSection = z.strictObject({ sectionId: id });

/** Chosen by the app for one act, so that the same act sent again is the same act. */
export const actId = z.string().regex(/^[A-Za-z0-9-]{8,40}$/);
/** `2027-05-01` */
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** Epoch milliseconds that form a valid date. */
export const instant = z.number().int().min(0).max(8.64e15);

/** Where a page ended: an instant, plus an id because two items may share the instant. Absent = the first page. */
export const ofPage = z.strictObject({ after: z.strictObject({ at: instant, id }).optional() });

/** A page of a list whose first page shows what is recent. `next` is `null` if there is no more. */
export interface PageOf<T> {
  page: T[];
  next: { at: number; id: string } | null;
}

export const lessonIndex = z.number().int().min(0).max(500);
export const ofLesson = z.strictObject({ sectionId: id, lessonIndex });

/** A whole number within a range of `domain/bounds.ts`. */
export const within = ([least, most]: Range) => z.number().int().min(least).max(most);

/** Typed text, cleaned (`domain/base/written.ts`) before its length is checked. */
export const words = (most: number, least = 0) => z.string().overwrite(written).min(least).max(most);
