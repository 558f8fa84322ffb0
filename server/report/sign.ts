import { isRefused, refuse } from '../../domain/base/refuse';
import { DEFINITIONS, DEFINITIONS_VERSION } from '../../domain/report/definitions';
import type { Report } from '../../domain/report/report';
import { reportId } from '../../domain/report/report-id';
import { spanWords } from '../../domain/report/span';
import type { Run } from '../base/door';
import { findOnly } from '../base/database';
import { act, doneBefore } from '../record/act';
import type { Transaction } from '../base/transaction';
import { countedOf } from './numbers-of';
import { lookAt } from './look';
import { LISTED, signedOf } from './signed';

/** 定稿: keeps the numbers as they are now. Of two at once, the later one replaces the earlier one. */
export const sign: Run<'report.sign'> = async ({ input, memberId: by, now }) => {
  const { actId, print, ...span } = input;
  const about = { actId, content: { ...span, print }, act: 'report.sign', by, now };
  if (!(await doneBefore(about))) {
    const look = await lookAt(span, now);
    if (isRefused(look)) return look;
    if (look.due.length > 0) return refuse('REPORT_NOT_READY');
    const counted = await countedOf(look, now);
    if (counted.print !== print) return refuse('REPORT_CHANGED');
    const { numbers, before, text } = counted;
    await act(about, async transaction => {
      const { _id, replaces } = await nextId(transaction, span);
      const report: Report = {
        _id,
        actId,
        ...span,
        at: now,
        ...(replaces === undefined ? {} : { replaces }),
        numbers,
        before,
        version: DEFINITIONS_VERSION,
        definitions: [...DEFINITIONS],
        text,
      };
      await transaction.put('reports', report);
      return { result: null, summary: `定稿：${spanWords(span)}的数字${replaces ? '，代替上一份' : ''}` };
    });
  }
  const those = await findOnly('reports', { from: span.from, to: span.to }, LISTED);
  const signed = (await signedOf(those)).find((_one, index) => those[index]?.actId === actId);
  if (!signed) throw new Error(`The report of ${actId} was signed and is not there`);
  return signed;
};

/** The first id of the span that is free, and the report before it. */
async function nextId(transaction: Transaction, span: { from: string; to: string }) {
  let replaces: string | undefined;
  for (let count = 1; ; count += 1) {
    const _id = reportId(span, count);
    if (!(await transaction.doc('reports', _id).get()).data) return { _id, replaces };
    replaces = _id;
  }
}
