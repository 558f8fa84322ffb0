import type { FullLine } from '../../domain/line/full-memory';
import { readMany } from '../base/database';
import { noteSection } from './facts';
import { forgetLine, knownFull, wantedLines, wasFull } from './full-lines';

/** The number of lines read in one look: some hundred kilobytes at most. */
const MOST = 100;

/**
 * Looks again at a line that was full when last seen. The same operation reads every other full line that people ask
 * this instance for. So an instance asks once in FULL_MEMORY_MS, however many sections are full. Returns the line if it
 * is still full.
 */
export async function lookAgain(sectionId: string, now: number): Promise<FullLine | undefined> {
  if (!wasFull(sectionId)) return undefined;
  const ids = [...new Set([sectionId, ...wantedLines(now)])].slice(0, MOST);
  const seen = await readMany('sections', ids);
  for (const id of ids) if (!seen.some(section => section._id === id)) forgetLine(id);
  for (const section of seen) noteSection(section, now);
  return knownFull(sectionId, now);
}
