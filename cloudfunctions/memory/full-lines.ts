import type { Section } from '../../domain/model';
import { isFresh, rememberFull, type FullLine } from '../../domain/rules/full-memory';

/**
 * Instance memory: the lines this instance has seen full. For FULL_MEMORY_MS an answer may be given from it; after that
 * it says only that a look (one read) is cheaper than a try (reserve, join, read, give back).
 */
const lines = new Map<string, FullLine>();

/** Takes up what a read of a section shows. `readAt` is from before the read was sent. */
export function noteLine(section: Section, readAt: number): void {
  const full = rememberFull(section, readAt);
  if (full) lines.set(section._id, full);
  else lines.delete(section._id);
}

/** The full line, where FULL may be answered from it now. */
export function knownFull(sectionId: string, now: number): FullLine | undefined {
  const full = lines.get(sectionId);
  return full && isFresh(full, now) ? full : undefined;
}

/** It was full when last seen. */
export const wasFull = (sectionId: string): boolean => lines.has(sectionId);
