import { question, questions } from '../../../app/memory/asked';
import type { Span } from '../../../../domain/report/span';

const ofDays = questions('report.span', days => {
  const [from = '', to = ''] = days.split('_');
  return { from, to };
});

/** The numbers of a span. */
export const numbersOf = ({ from, to }: Span) => ofDays(`${from}_${to}`);

export const signedReports = question('report.list', {});
