import { dayKey } from '../../domain/base/clock';
import { isRefused, refuse } from '../../domain/base/refuse';
import { DEFINITIONS, DEFINITIONS_VERSION } from '../../domain/report/definitions';
import { spanWords } from '../../domain/report/span';
import { read } from '../base/database';
import type { Run } from '../base/door';
import { writeWorkbook } from '../sheet/write';
import { countedOf } from './numbers-of';
import { lookAt } from './look';
import { reportSheets, type Printed } from './sheets';

/** A workbook of a span as it is now, or of a report as it was signed. */
export const file: Run<'report.file'> = async ({ input, now }) => {
  const { reportId, ...span } = input;
  if (reportId !== null) {
    const report = await read('reports', reportId);
    return report ? bookOf({ ...report, signedAt: report.at }, report.at) : refuse('REPORT_NOT_FOUND');
  }
  const look = await lookAt(span, now);
  if (isRefused(look)) return look;
  if (look.due.length > 0) return refuse('REPORT_NOT_READY');
  const counted = await countedOf(look, now);
  return bookOf({ ...span, ...counted, version: DEFINITIONS_VERSION, definitions: DEFINITIONS, signedAt: null }, now);
};

async function bookOf(printed: Printed, at: number) {
  const book = await writeWorkbook(reportSheets(printed));
  const day = dayKey(at).slice(5).replace('-', '');
  return {
    fileName: `${spanWords(printed)}-总结${printed.signedAt === null ? '' : '-定稿'}-${day}.xlsx`,
    file: book.toString('base64'),
  };
}
