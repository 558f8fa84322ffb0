import type { Made } from './instrument.mjs';

/** A change of one place of a source. */
export interface Mutant {
  id: string;
  file: string;
  /** Beginning at 1. */
  line: number;
  mutator: string;
  /** Names it in the list of survivors. It has no line number, so it stays the same while code around it is changed. */
  key: string;
}

const oneLine = (code: string) => code.replace(/\s+/g, ' ').trim();

/** The mutants of files, each named by the file, the old and the new code, and the line on which it stands. */
export function named(made: readonly Made[], contents: ReadonlyMap<string, string>): Mutant[] {
  const seen = new Map<string, number>();
  return made.map(one => {
    const lines = (contents.get(one.fileName) ?? '').split('\n');
    const { start, end } = one.location;
    const whole = lines.slice(start.line, end.line + 1);
    whole[whole.length - 1] = whole[whole.length - 1]?.slice(0, end.column) ?? '';
    whole[0] = whole[0]?.slice(start.column) ?? '';
    const change = `${oneLine(whole.join('\n'))} → ${oneLine(one.replacement)}`;
    const name = `${one.fileName}: ${change}  in: ${oneLine(lines[start.line] ?? '')}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    const { id, fileName: file, mutatorName: mutator } = one;
    return { id, file, line: start.line + 1, mutator, key: count === 1 ? name : `${name}  no. ${count}` };
  });
}
