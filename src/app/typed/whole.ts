import { plainWords } from '../../../domain/base/written';

/** A whole number as people type it; `undefined` if it is none, or is not within the bounds. */
export function wholeOf(typed: string, least: number, most: number): number | undefined {
  const text = plainWords(typed);
  const value = Number(text);
  return text !== '' && Number.isInteger(value) && value >= least && value <= most ? value : undefined;
}

export const betweenText = (least: number, most: number): string => `请填 ${least} 到 ${most} 之间的整数`;
