import { DAY } from '../base/clock';
import { refuse, type Refused } from '../base/refuse';
import { attendeeOf, holderOf } from '../line/entry';
import { hasSeat } from '../line/line';
import type { Section } from '../model';
import { lessonsEndAt } from './held-lessons';

export type PictureType = 'image/png' | 'image/jpeg';

/**
 * `groupCodes` (班级群二维码): the picture with which the people of a class join its group in WeChat. `_id` = `sectionId`.
 * It stands in the database, because everybody may read what is in the storage.
 */
export interface GroupCode {
  _id: string;
  sectionId: string;
  batchId: string;
  /** base64 */
  picture: string;
  contentType: PictureType;
  at: number;
}

/** WeChat's code of a group opens it for seven days. */
const OPENS_FOR_MS = 7 * DAY;
/** The app makes a picture smaller than this before it sends it. In base64 it still fits into a call of 100 KB. */
export const MOST_PICTURE_BYTES = 72 * 1024;

/** True if a code that was put at this instant no longer leads into its group, so that a new one is needed. */
export const isStale = ({ at }: Pick<GroupCode, 'at'>, now: number): boolean => now >= at + OPENS_FOR_MS;

/** The latest instant at which a code was put that is stale now. */
export const staleFrom = (now: number): number => now - OPENS_FOR_MS;

/** Only those who have a seat, or answer for one, see the code. Those who run the class and staff are asked elsewhere. */
export const maySeeGroup = (section: Pick<Section, 'line' | 'capacity'>, memberId: string): boolean =>
  hasSeat(section, memberId, holderOf) || hasSeat(section, memberId, attendeeOf);

type Whole = Pick<Section, 'lessons' | 'cancelledAt'>;

/** True if the class needs no group any more: it was called off, or its last lesson is over. */
export const isGroupOver = ({ lessons, cancelledAt }: Whole, now: number): boolean =>
  cancelledAt !== undefined || now >= lessonsEndAt(lessons);

export function refuseGroupCode(section: Whole, now: number): Refused<'SECTION_CANCELLED' | 'CLASS_OVER'> | undefined {
  if (section.cancelledAt !== undefined) return refuse('SECTION_CANCELLED');
  return isGroupOver(section, now) ? refuse('CLASS_OVER') : undefined;
}

/** The first bytes of each kind of picture, in base64. */
const BEGINNINGS: Record<PictureType, RegExp> = { 'image/png': /^iVBORw0KGgo/, 'image/jpeg': /^\/9j\// };
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** The kind of a picture in base64, by its bytes and not by what anybody says. */
export function pictureTypeOf(picture: string): PictureType | Refused<'NO_PICTURE' | 'PICTURE_TOO_LARGE'> {
  const padding = picture.endsWith('==') ? 2 : picture.endsWith('=') ? 1 : 0;
  const bytes = (picture.length * 3) / 4 - padding;
  if (bytes > MOST_PICTURE_BYTES) return refuse('PICTURE_TOO_LARGE');
  const [type] = (Object.keys(BEGINNINGS) as PictureType[]).filter(one => BEGINNINGS[one].test(picture));
  return type && picture.length % 4 === 0 && BASE64.test(picture) ? type : refuse('NO_PICTURE');
}
