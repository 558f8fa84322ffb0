import type { FullLine } from '../../domain/line/full-memory';
import { readMany } from '../base/database';
import { noteSection } from './facts';
import { forgetLine, knownFull, wantedLines, wasFull } from './full-lines';

/** Lines of one look: some hundred kilobytes at most. */
const MOST = 100;

/**
 * Looks again at a line that was full when last seen, and with the same operation at every other that people ask this
 * instance for: however many sections are full, an instance asks once in FULL_MEMORY_MS. The line, where it is still full.
 */
export async function lookAgain(sectionId: string, now: number): Promise<FullLine | undefined> {
  if (!wasFull(sectionId)) return undefined;
  const ids = [...new Set([sectionId, ...wantedLines(now)])].slice(0, MOST);
  const seen = await readMany('sections', ids);
  for (const id of ids) if (!seen.some(section => section._id === id)) forgetLine(id);
  for (const section of seen) noteSection(section, now);
  return knownFull(sectionId, now);
}
