import type { Look } from '../svg';
import type { Rehearsed, Span } from './rehearsed';

/** One chart, drawn for the place where it is shown. */
export interface Figure {
  title: string;
  /** One sentence that says what the chart shows. */
  says: string;
  /** The height that it needs, in px of a `look` with letters of 12 or 13. */
  height: number;
  draw: (look: Look) => string;
}

export const figure = (title: string, says: string, height: number, draw: Figure['draw']): Figure => ({
  title,
  says,
  height,
  draw,
});

export const SECOND_MS = 1_000;

export const count = (value: number): string => Math.round(value).toLocaleString('en-US');
export const inSeconds = (value: number): string => `${value} 秒`;

/** Seconds from the stroke to the end of the charts, which is a little after the last answer. */
const lengthOf = (rehearsed: Rehearsed): number => Math.max(2, Math.ceil(rehearsed.lastToldAt / SECOND_MS));

export const spansOf = (rehearsed: Rehearsed, value: (span: Span) => number): number[] => {
  const bars = (lengthOf(rehearsed) * SECOND_MS) / rehearsed.spanMs;
  return Array.from({ length: bars }, (_, i) => (rehearsed.spans[i] ? value(rehearsed.spans[i]) : 0));
};

export const timeAxis = (rehearsed: Rehearsed) => ({ from: 0, to: lengthOf(rehearsed), said: inSeconds });
