import * as z from 'zod';
import type { Numbers } from '../report/numbers';
import { STAFF, actId, day, endpoint, id, nothing } from './endpoint';
import type { DownloadedFile } from './shown-staff';

/** The numbers of a span. Sums of batches are made on the way, at most three a call. */
export type SpanNumbers =
  | {
      /** Batches whose sums are not made yet: ask again. */
      missing: string[];
      numbers: null;
    }
  | {
      missing: [];
      numbers: Numbers;
      /** The same days a year earlier. */
      before: Numbers;
      /** Names these numbers, for signing them. */
      print: string;
      union: string;
      text: string;
    };

/** A report that was signed. */
export interface SignedReport {
  reportId: string;
  from: string;
  to: string;
  at: number;
  /** The name that the record gives for who signed it. */
  byName: string;
  text: string;
  /** When the report that it takes the place of was signed; `null` = it takes the place of none. */
  replacesAt: number | null;
}

const span = { from: day, to: day };

export const REPORT = {
  'report.span': endpoint<SpanNumbers>()({ access: STAFF, input: z.strictObject(span), refusals: ['BAD_SPAN'] }),
  /** A workbook: of a span as it is now (`reportId` is null), or of a report as it was signed. */
  'report.file': endpoint<DownloadedFile>()({
    access: STAFF,
    input: z.strictObject({ ...span, reportId: id.nullable() }),
    refusals: ['BAD_SPAN', 'REPORT_NOT_READY', 'REPORT_NOT_FOUND'],
  }),
  /** 定稿. `print` as `report.span` gave it, so that nobody signs numbers that they have not seen. */
  'report.sign': endpoint<SignedReport>()({
    access: STAFF,
    input: z.strictObject({ actId, ...span, print: z.string().regex(/^[0-9a-f]{32}$/) }),
    refusals: ['BAD_SPAN', 'REPORT_NOT_READY', 'REPORT_CHANGED'],
  }),
  /** Newest first. */
  'report.list': endpoint<{ reports: SignedReport[] }>()({ access: STAFF, input: nothing, refusals: [] }),
};
