import type { SignedReport } from '../../domain/api';
import type { Report } from '../../domain/report/report';
import { readMany } from '../base/database';

type Listed = Pick<Report, '_id' | 'actId' | 'from' | 'to' | 'at' | 'replaces' | 'text'>;
export const LISTED = ['actId', 'from', 'to', 'at', 'replaces', 'text'] as const satisfies (keyof Report)[];

/** Signed reports as they are listed. The record says who signed, because a report itself names nobody. */
export async function signedOf(reports: readonly Listed[]): Promise<SignedReport[]> {
  const entries = await readMany(
    'record',
    reports.map(report => report.actId),
  );
  const names = new Map(entries.map(entry => [entry._id, entry.byName]));
  const at = new Map(reports.map(report => [report._id, report.at]));
  return reports.map(report => ({
    reportId: report._id,
    from: report.from,
    to: report.to,
    at: report.at,
    byName: names.get(report.actId) ?? '',
    text: report.text,
    replacesAt: report.replaces === undefined ? null : (at.get(report.replaces) ?? null),
  }));
}
