import type { z } from 'zod';
import { ATTENDANCE } from './attendance';
import { CATALOG } from './catalog';
import { CERTIFICATE } from './certificate';
import { CHANGE } from './change';
import { DRAFT } from './draft';
import type { Endpoint } from './endpoint';
import { EXPORT } from './export';
import { INVITE } from './invite';
import { LESSON } from './lesson';
import { LINE } from './line';
import { LINK } from './link';
import { LOOP } from './loop';
import { MEMBER } from './member';
import { MENU } from './menu';
import { RATING } from './rating';
import { REHEARSAL } from './rehearsal';
import { REPORT } from './report';
import { ROLL } from './roll';
import type { Answer } from './shown';
import { STAFF_LOOKS } from './staff';
import { WISH } from './wish';

/**
 * The contract: every endpoint, who may call it, what it takes, what it answers, how it may refuse.
 *
 * An endpoint is `noun.verb`; the cloud function that serves it is named after the noun. The event is `{ endpoint,
 * input }`, the answer an `Answer`. Functions parse with the schemas; the app imports **types only** (`import type`),
 * so no validator travels to the phone.
 */
export const CONTRACT = {
  ...CATALOG,
  ...LINE,
  ...MEMBER,
  ...ROLL,
  ...LINK,
  ...LESSON,
  ...ATTENDANCE,
  ...STAFF_LOOKS,
  ...INVITE,
  ...DRAFT,
  ...CHANGE,
  ...EXPORT,
  ...REHEARSAL,
  ...REPORT,
  ...WISH,
  ...CERTIFICATE,
  ...MENU,
  ...LOOP,
  ...RATING,
} satisfies Record<string, Endpoint>;

export type EndpointName = keyof typeof CONTRACT;
export type Input<N extends EndpointName> = z.infer<(typeof CONTRACT)[N]['input']>;
export type Output<N extends EndpointName> = (typeof CONTRACT)[N] extends Endpoint<z.ZodType, infer O> ? O : never;
export type RefusalOf<N extends EndpointName> = (typeof CONTRACT)[N]['refusals'][number];
export type AnswerOf<N extends EndpointName> = Answer<Output<N>, RefusalOf<N>>;

/** The event that a function receives. */
export interface CallEvent {
  endpoint: string;
  input?: unknown;
}

export { DOOR_REFUSALS, type Access, type DoorRefusal, type Endpoint } from './endpoint';
export type { LessonSums } from '../attendance/attendance';
export type { OwnFact } from '../base/own-fact';
export type { RefusalDetails } from '../base/refuse';
export type { AffectedPerson, Change, ChangeEffect, ChangeKind } from '../change/change';
export type { CheckedCertificate, ClassGraduate, MyCertificate, MyProgress } from './certificate';
export type { DayOffEffect, LessonOff } from './change';
export type { DraftProblem } from '../draft/problem';
export type { AnsweredSecond, DemandGroups, DemandSum, ReleaseNumbers, SectionDemand, Trouble } from '../line/demand';
export type { FullReceipt } from '../line/full-memory';
export type { Place, SectionCount } from '../line/place';
export type { Profile } from '../people/profile';
export type { FirstOf, LessonToConfirm, LongLine, Todo } from '../todo/todo';
export type { Clash, ClashingClass } from '../week/clashes';
export type {
  ClassRatings,
  MyRating,
  NextTime,
  RatedClass,
  RatingGroup,
  RatingOverview,
  RatingResults,
} from './rating';
export type { FollowedClass } from './member';
export type { MyWish, StaffWish, WishCard, WishDetail, WishQueue } from './wish';
export type { CourseLoop } from './loop';
export type { Ask, MenuList, MyMenuItem, StaffMenuItem } from './menu';
export type { SignedReport, SpanNumbers } from './report';
export type { CodePicture, SceneLeads } from './link';
export type * from './own-data';
export type * from './shown';
export type * from './shown-rehearsal';
export type * from './shown-roll';
export type * from './shown-staff';
