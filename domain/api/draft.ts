import * as z from 'zod';
import { LENGTH, RANGE } from '../bounds';
import { isContact } from '../batch/contact';
import { plainWords, writtenLines } from '../base/written';
import { CELL_LIMIT, SHEET_ROWS_LIMIT } from '../sheet/limits';
import { noShowPolicy } from './attendance';
import { STAFF, actId, day, endpoint, id, instant, nothing, within, words } from './endpoint';
import type { BatchCard } from './shown';
import type { DownloadedFile, DraftView, SheetView } from './shown-staff';

const ofDraft = z.strictObject({ draftId: id });
/** `revision` as last seen. If somebody else has changed the draft meanwhile, the writer is told so. */
const writing = { draftId: id, revision: z.number().int(), actId: actId.optional() };
const names = z.array(words(LENGTH.invitedName, 1)).max(500);
/** A course sheet and staff's decisions about it. `sheet`, `hidden` and `struck` answer the reading's questions. */
const file = {
  fileName: z.string().min(1).max(200),
  /** base64 */
  file: z.string().min(1).max(6_000_000),
  sheet: z.string().max(100).optional(),
  hidden: z.enum(['take', 'leave']).optional(),
  struck: z.enum(['take', 'leave']).optional(),
  /** Rows to leave out, as if they were not in the sheet. */
  without: z.array(z.number().int().min(1).max(SHEET_ROWS_LIMIT)).max(SHEET_ROWS_LIMIT).optional(),
  /**
   * Cells to read as if they contained this text. `column` is a letter, or a field that the sheet has no column for
   * (`CellIssue.at`).
   */
  mended: z
    .array(
      z.strictObject({
        row: z.number().int().min(1).max(SHEET_ROWS_LIMIT),
        column: z.string().min(1).max(20),
        value: z.string().max(CELL_LIMIT),
      }),
    )
    .max(1_000)
    .optional(),
};

/** A batch before it is published. Drafts are documents of their own, and only staff ever see one. */
export const DRAFT = {
  /** An empty draft, or a copy of a batch whose lessons begin `firstDay` or the next possible week. */
  'draft.create': endpoint<{ draftId: string }>()({
    access: STAFF,
    input: z.strictObject({
      actId,
      copyOf: id.optional(),
      firstDay: day.optional(),
    }),
    refusals: ['BATCH_NOT_FOUND'],
  }),
  'draft.read': endpoint<DraftView>()({ access: STAFF, input: ofDraft, refusals: ['DRAFT_NOT_FOUND'] }),
  /**
   * Saves settings. A field that is left out stays as it is. A draft may be incomplete: `problems` lists what is
   * missing.
   */
  'draft.save': endpoint<DraftView>()({
    access: STAFF,
    input: z.strictObject({
      ...writing,
      settings: z.strictObject({
        title: words(LENGTH.batchTitle).optional(),
        opensAt: instant.nullable().optional(),
        closesAt: instant.nullable().optional(),
        limit: within(RANGE.limit).nullable().optional(),
        mode: z.enum(['first-come', 'lottery']).optional(),
        audience: z
          .strictObject({
            unionMembersOnly: z.boolean().optional(),
            employers: names.optional(),
            districts: names.optional(),
            headStartMinutes: within(RANGE.headStartMinutes).optional(),
            noShow: noShowPolicy.optional(),
          })
          .optional(),
        dropHours: within(RANGE.dropHours).optional(),
        freezeHours: within(RANGE.freezeHours).optional(),
        /** '' removes the number. */
        contact: z.string().overwrite(plainWords).refine(isContact).optional(),
        contactName: words(LENGTH.personName).optional(),
        /** '' removes it. */
        declaration: z.string().overwrite(writtenLines).max(LENGTH.declaration).optional(),
        /** Null = no certificates. */
        certificate: z
          .strictObject({ percent: within(RANGE.certificatePercent), hourMinutes: within(RANGE.hourMinutes) })
          .nullable()
          .optional(),
        holidays: z.array(day).max(100).optional(),
      }),
    }),
    refusals: ['DRAFT_NOT_FOUND', 'DRAFT_CHANGED'],
  }),
  /**
   * Saves one section from the form. The cells are those of a sheet's row and are read by the same rules. `key` null =
   * a new section. Hints about a changed field are removed, and so are those whose text is in `dismissed`.
   */
  'draft.saveSection': endpoint<DraftView>()({
    access: STAFF,
    input: z.strictObject({
      ...writing,
      key: id.nullable(),
      cells: z.record(z.string().max(40), z.string().max(CELL_LIMIT)),
      dismissed: z.array(z.string().max(500)).max(100).optional(),
    }),
    refusals: ['DRAFT_NOT_FOUND', 'DRAFT_CHANGED', 'DRAFT_SECTION_NOT_FOUND', 'BAD_SECTION'],
  }),
  'draft.removeSection': endpoint<DraftView>()({
    access: STAFF,
    input: z.strictObject({ ...writing, key: id }),
    refusals: ['DRAFT_NOT_FOUND', 'DRAFT_CHANGED'],
  }),
  /** Reads a course sheet row by row and returns what was understood. Stores nothing. */
  'draft.readSheet': endpoint<SheetView>()({
    access: STAFF,
    input: z.strictObject({ draftId: id, ...file }),
    refusals: ['DRAFT_NOT_FOUND', 'SHEET_UNREADABLE'],
  }),
  /**
   * Imports the same sheet into the draft in one write, all of it or nothing. `only` limits it to the rows that are
   * right, or to these row numbers, all of which must be right.
   */
  'draft.importSheet': endpoint<DraftView>()({
    access: STAFF,
    input: z.strictObject({
      ...writing,
      ...file,
      how: z.enum(['replace', 'append']),
      only: z.union([z.literal('right'), z.array(z.number().int()).min(1).max(SHEET_ROWS_LIMIT)]).optional(),
    }),
    refusals: ['DRAFT_NOT_FOUND', 'DRAFT_CHANGED', 'SHEET_UNREADABLE', 'SHEET_HAS_ERRORS'],
  }),
  /** An empty sheet to fill in. */
  'draft.template': endpoint<DownloadedFile>()({ access: STAFF, input: nothing, refusals: [] }),
  /** The sheet again, with what to correct in each row. */
  'draft.annotated': endpoint<DownloadedFile>()({
    access: STAFF,
    input: z.strictObject({ draftId: id, ...file }),
    refusals: ['DRAFT_NOT_FOUND', 'SHEET_UNREADABLE'],
  }),
  /** Draft → scheduled, all of it or nothing. Calling it again is safe. */
  'draft.publish': endpoint<{ batch: BatchCard }>()({
    access: STAFF,
    input: z.strictObject({ ...writing, actId }),
    refusals: ['DRAFT_NOT_FOUND', 'DRAFT_CHANGED', 'DRAFT_NOT_READY'],
  }),
  /** Scheduled → draft, as long as the batch has not opened. */
  'draft.withdraw': endpoint<{ draftId: string }>()({
    access: STAFF,
    input: z.strictObject({ batchId: id, actId, reason: words(LENGTH.reason, 1) }),
    refusals: ['BATCH_NOT_FOUND', 'CHANGE_NOT_NOW'],
  }),
  'draft.discard': endpoint<{ draftId: string }>()({ access: STAFF, input: ofDraft, refusals: [] }),
};
