import { isRefused } from '../../domain/base/refuse';
import type { Run } from '../base/door';
import { countedOf } from './numbers-of';
import { lookAt } from './look';
import { makeSums } from './make-sums';

/** The numbers of a span. While sums are missing, each call makes some of them and answers which are still missing. */
export const span: Run<'report.span'> = async ({ input, now }) => {
  let look = await lookAt(input, now);
  if (isRefused(look)) return look;
  if (look.due.length > 0) {
    await makeSums(look.due, now);
    look = await lookAt(input, now);
    if (isRefused(look)) return look;
  }
  if (look.due.length > 0) return { missing: look.due.map(one => one.batch._id), numbers: null };
  return { missing: [], ...(await countedOf(look, now)) };
};
