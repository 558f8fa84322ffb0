import type { Section } from '../../domain/model';
import { FULL_MEMORY_MS, isFresh, rememberFull, type FullLine } from '../../domain/line/full-memory';

/**
 * Instance memory: the lines that this instance has seen full. An answer may be given from it for FULL_MEMORY_MS. After
 * that the line is read again (`look-again.ts`).
 */
const lines = new Map<string, FullLine>();
/** When each was last asked for. */
const askedAt = new Map<string, number>();

/** Remembers what a read of a section shows. `readAt` is the instant before the read was sent. */
export function noteLine(section: Section, readAt: number): void {
  const full = rememberFull(section, readAt);
  if (full) lines.set(section._id, full);
  else forgetLine(section._id);
}

export function forgetLine(sectionId: string): void {
  lines.delete(sectionId);
  askedAt.delete(sectionId);
}

/** The full line, if FULL may be answered from it now. */
export function knownFull(sectionId: string, now: number): FullLine | undefined {
  const full = lines.get(sectionId);
  if (!full) return undefined;
  askedAt.set(sectionId, now);
  return isFresh(full, now) ? full : undefined;
}

/** It was full when last seen. */
export const wasFull = (sectionId: string): boolean => lines.has(sectionId);

/** The lines last seen full that somebody has asked for lately. */
export const wantedLines = (now: number): string[] =>
  [...askedAt].filter(([, at]) => Math.abs(now - at) < FULL_MEMORY_MS).map(([sectionId]) => sectionId);
