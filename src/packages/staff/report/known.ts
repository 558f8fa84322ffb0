import type { SpanNumbers } from '../../../../domain/api';
import type { Span } from '../../../../domain/report/span';
import { question, questions } from '../../../app/memory/asked';

const ofDays = questions('report.span', days => {
  const [from = '', to = ''] = days.split('_');
  return { from, to };
});

/** The numbers of a span. */
export const numbersOf = ({ from, to }: Span) => ofDays(`${from}_${to}`);

export const signedReports = question('report.list', {});

/** The numbers of a span of which nothing is missing. */
export interface WholeSpan {
  span: Span;
  said: Extract<SpanNumbers, { missing: [] }>;
}
