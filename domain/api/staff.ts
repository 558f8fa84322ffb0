import * as z from 'zod';
import { LENGTH } from '../bounds';
import type { CheckReport, MessageTrouble } from '../model';
import { endpoint, id, instant, nothing, ofBatch, ofPage, ofSection, STAFF, words, type PageOf } from './endpoint';
import type { ReleaseNumbers } from '../line/demand';
import type { SectionCount } from '../line/place';
import type { Todo } from '../todo/todo';
import type { ClassInUse } from '../week/class-in-use';
import type { MyPlace, SectionCard } from './shown';
import type {
  DraftCard,
  FoundAbsence,
  FoundPerson,
  LinePerson,
  ShownEntry,
  StaffBatchCard,
  UnreachedPerson,
} from './shown-staff';

/** Data that staff look at. Their changes are in `draft.ts`, `change.ts` and `invite.ts`. */
export const STAFF_LOOKS = {
  /** 待办: everything that waits for staff, with the first few of each kind. */
  'staff.todo': endpoint<Todo>()({ access: STAFF, input: nothing, refusals: [] }),
  /**
   * Drafts, then the newest twenty batches, including archived ones. `next` says where `staff.past` goes on; `null` if
   * there is no more.
   */
  'staff.batches': endpoint<{ drafts: DraftCard[]; batches: StaffBatchCard[]; next?: PageOf<unknown>['next'] }>()({
    access: STAFF,
    input: nothing,
    refusals: [],
  }),
  /** The batches after those twenty, newest release first. */
  'staff.past': endpoint<PageOf<StaffBatchCard>>()({ access: STAFF, input: ofPage, refusals: [] }),
  /** The present state of a batch: counts, and when each line filled. */
  'staff.batch': endpoint<{
    batch: StaffBatchCard;
    sections: (SectionCard & SectionCount & { seated: number; joinedAt: number[] })[];
    latestCheck: CheckReport | null;
    /** How many people asked to be told before it opens. */
    followers: number;
    /** The reasons why subscription messages are not going out. */
    messageTroubles: MessageTrouble[];
  }>()({ access: STAFF, input: ofBatch, refusals: ['BATCH_NOT_FOUND'] }),
  /**
   * Numbers about the release: answers by kind over time, who was turned away, and how many seats to offer next time.
   */
  'staff.numbers': endpoint<ReleaseNumbers>()({ access: STAFF, input: ofBatch, refusals: ['BATCH_NOT_FOUND'] }),
  /** A line with names, in its whole order, with phones masked. */
  'staff.line': endpoint<{ section: SectionCard; people: LinePerson[] }>()({
    access: STAFF,
    input: ofSection,
    refusals: ['SECTION_NOT_FOUND'],
  }),
  /**
   * People whose name or phone number is exactly this, at most ten, or whose number ends in these four digits. `tooMany`:
   * more have the name or the number than are shown. Of too many with the same four digits nobody is.
   */
  'staff.find': endpoint<{ people: FoundPerson[]; tooMany?: boolean }>()({
    access: STAFF,
    input: z.strictObject({ query: z.string().min(1).max(LENGTH.query) }),
    refusals: [],
  }),
  /** The places of one of those people, in all classes, by first lesson, and the absences that count, latest first. */
  'staff.places': endpoint<{ places: MyPlace[]; absences: FoundAbsence[] }>()({
    access: STAFF,
    input: z.strictObject({ memberId: id }),
    refusals: [],
  }),
  /**
   * The people of a class who have not read of a change and to whom no message was sent. Whole numbers require a reason
   * and are on the record.
   */
  'staff.unreached': endpoint<{ people: UnreachedPerson[] }>()({
    access: STAFF,
    input: z.strictObject({ sectionId: id, phones: z.enum(['masked', 'whole']), reason: words(LENGTH.reason) }),
    refusals: ['SECTION_NOT_FOUND', 'REASON_MISSING'],
  }),
  /** Every class that meets in the week of this instant, in drafts too, and the days on which batches have no lessons. */
  'staff.week': endpoint<{ monday: number; classes: ClassInUse[]; holidays: string[] }>()({
    access: STAFF,
    input: z.strictObject({ at: instant }),
    refusals: [],
  }),
  /** The record, newest first, 50 at a time. Older apps ask for entries `before` an instant. */
  'staff.record': endpoint<{ entries: ShownEntry[]; more: boolean; next: PageOf<unknown>['next'] }>()({
    access: STAFF,
    input: z.strictObject({
      batchId: id.optional(),
      sectionId: id.optional(),
      before: z.number().int().optional(),
      // An entry's id contains a lesson and a person, so it may be longer than other ids.
      after: z.strictObject({ at: instant, id: z.string().max(200) }).optional(),
    }),
    refusals: [],
  }),
  /** Runs the nightly check now and returns its report. */
  'staff.check': endpoint<{ report: CheckReport }>()({ access: STAFF, input: nothing, refusals: [] }),
};
