import type { SpanNumbers } from '../../../../domain/api';
import type { NumberKey } from '../../../../domain/report/definitions';
import type { Span } from '../../../../domain/report/span';

/** The numbers of a span of which nothing is missing. */
export interface WholeSpan {
  span: Span;
  said: Extract<SpanNumbers, { missing: [] }>;
}

/** The sheet that is open. */
export type Open =
  | { sheet: 'definition'; number: NumberKey }
  | { sheet: 'picture'; whole: WholeSpan }
  | { sheet: 'sign'; whole: WholeSpan };
