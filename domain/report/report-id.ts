import { yearOf, type Span } from './span';

/** The id of the first, second, … report of a span, counted from 1. */
export function reportId(span: Span, count: number): string {
  const year = yearOf(span);
  const first = year === null ? `${span.from}_${span.to}` : String(year);
  return count === 1 ? first : `${first}-${count}`;
}
