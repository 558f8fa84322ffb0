import type { Collection } from './base/collection';
import type { Certificate } from './certificate/certificate';
import type { DayOff } from './change/day-off';
import type { Link } from './link/link';
import type {
  Batch,
  BatchDraft,
  CheckReport,
  Consents,
  Erasure,
  Follow,
  Invite,
  KeptRehearsal,
  Member,
  MessageTrouble,
  Notice,
  Outgoing,
  RecordEntry,
  Section,
  Standing,
  Tally,
} from './model';
import type { Report } from './report/report';
import type { BatchSum } from './report/sum';
import type { RatingBook } from './rating/rating';
import type { Roll, Waiver } from './roll/roll';
import type { MenuItem } from './menu/menu';
import type { Wish } from './wish/wish';
import { ATTENDANCE_COLLECTIONS } from './attendance/collections';
import { BATCH_COLLECTIONS } from './batch/collections';
import { CERTIFICATE_COLLECTIONS } from './certificate/collections';
import { CHANGE_COLLECTIONS } from './change/collections';
import { DRAFT_COLLECTIONS } from './draft/collections';
import { LESSON_COLLECTIONS } from './lesson/collections';
import type { GroupCode } from './lesson/group-code';
import { LINE_COLLECTIONS } from './line/collections';
import { LINK_COLLECTIONS } from './link/collections';
import { MENU_COLLECTIONS } from './menu/collections';
import { PEOPLE_COLLECTIONS } from './people/collections';
import { PRIVACY_COLLECTIONS } from './privacy/collections';
import { RATING_COLLECTIONS } from './rating/collections';
import { RECORD_COLLECTIONS } from './record/collections';
import { REHEARSAL_COLLECTIONS } from './rehearsal/collections';
import { REPORT_COLLECTIONS } from './report/collections';
import { ROLL_COLLECTIONS } from './roll/collections';
import type { ClassFollow } from './telling/class-follow';
import { TELLING_COLLECTIONS } from './telling/collections';
import { WISH_COLLECTIONS } from './wish/collections';

/** What the documents of each collection are. */
export interface Collections {
  members: Member;
  standings: Standing;
  sections: Section;
  rolls: Roll;
  notices: Notice;
  outbox: Outgoing;
  consents: Consents;
  follows: Follow;
  classFollows: ClassFollow;
  wishes: Wish;
  certificates: Certificate;
  menus: MenuItem;
  ratings: RatingBook;
  record: RecordEntry;
  invites: Invite;
  rehearsals: KeptRehearsal;
  waivers: Waiver;
  tallies: Tally;
  sums: BatchSum;
  erasures: Erasure;
  batches: Batch;
  drafts: BatchDraft;
  checks: CheckReport;
  reports: Report;
  links: Link;
  troubles: MessageTrouble;
  daysOff: DayOff;
  groupCodes: GroupCode;
}
export type CollectionName = keyof Collections;

/** Every collection of the database. Its declaration stands with its noun. In the order in which people are told of them. */
export const COLLECTIONS = {
  members: PEOPLE_COLLECTIONS.members,
  standings: LINE_COLLECTIONS.standings,
  sections: LINE_COLLECTIONS.sections,
  rolls: ROLL_COLLECTIONS.rolls,
  notices: TELLING_COLLECTIONS.notices,
  outbox: TELLING_COLLECTIONS.outbox,
  consents: TELLING_COLLECTIONS.consents,
  follows: TELLING_COLLECTIONS.follows,
  classFollows: TELLING_COLLECTIONS.classFollows,
  wishes: WISH_COLLECTIONS.wishes,
  certificates: CERTIFICATE_COLLECTIONS.certificates,
  menus: MENU_COLLECTIONS.menus,
  ratings: RATING_COLLECTIONS.ratings,
  record: RECORD_COLLECTIONS.record,
  invites: PEOPLE_COLLECTIONS.invites,
  rehearsals: REHEARSAL_COLLECTIONS.rehearsals,
  waivers: ATTENDANCE_COLLECTIONS.waivers,
  tallies: LINE_COLLECTIONS.tallies,
  sums: REPORT_COLLECTIONS.sums,
  erasures: PRIVACY_COLLECTIONS.erasures,
  batches: BATCH_COLLECTIONS.batches,
  drafts: DRAFT_COLLECTIONS.drafts,
  checks: LINE_COLLECTIONS.checks,
  reports: REPORT_COLLECTIONS.reports,
  links: LINK_COLLECTIONS.links,
  troubles: TELLING_COLLECTIONS.troubles,
  daysOff: CHANGE_COLLECTIONS.daysOff,
  groupCodes: LESSON_COLLECTIONS.groupCodes,
} satisfies { [N in CollectionName]: Collection<Collections[N]> };
