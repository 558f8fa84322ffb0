import { sentenceOf, type Life, type Violation } from './history';
import type { RunResult } from './run';

/** One line: the progress so far, and what was found. */
export function progressOf(result: RunResult, kills: number, elapsedMs: number): string {
  const perMinute = Math.round((result.kills * 60_000) / Math.max(1, elapsedMs));
  return [
    `kills ${result.kills}/${kills} (${perMinute}/min)`,
    `claims ${result.claims}`,
    `acknowledged ${result.acknowledged}`,
    `drops ${result.drops}`,
    `full ${result.full}`,
    `swaps ${result.swaps}`,
    `unknown ${result.unknown}`,
    `violations ${result.violations.length}`,
  ].join(' · ');
}

export function summaryOf(result: RunResult, elapsedMs: number): string {
  const starts = [...result.startMs].sort((a, b) => a - b);
  const at = (share: number) => Math.round(starts[Math.floor((starts.length - 1) * share)] ?? 0);
  const kinds = Object.entries(result.counts).map(([kind, count]) => `${kind}: ${count}`);
  return [
    `${result.kills} kills in ${(elapsedMs / 60_000).toFixed(1)} min; restart until calls are taken: median ${at(0.5)} ms, worst ${at(1)} ms`,
    `${result.claims} claims, ${result.acknowledged} of them told a place (${result.swaps} by a swap), ${result.full} told FULL; ${result.drops} drops; ${result.unknown} operations without a definite answer`,
    kinds.length === 0 ? '0 violations' : `${result.violations.length} violations: ${kinds.join(', ')}`,
  ].join('\n');
}

/**
 * A violation with the part of the history that shows it: what its person did, or otherwise what was done to its
 * line.
 */
export function showViolation({ violation, life }: { violation: Violation; life: Life }): string {
  const { kind, text, sectionId, memberId } = violation;
  const told = life.operations.filter(operation =>
    memberId ? operation.memberId === memberId : operation.sectionId === sectionId,
  );
  const lines = (when: 'before' | 'after') =>
    life[when].sections
      .filter(section => section._id === sectionId)
      .map(
        section => `  ${when}: ${section.line.map(e => `${e.memberId.slice(0, 6)}@${e.at}`).join(' ') || '(empty)'}`,
      );
  const history = told.slice(0, 60).map(operation => `  ${sentenceOf(operation)}`);
  return [`✗ ${kind}: ${text}`, ...lines('before'), ...history, ...lines('after')].join('\n');
}
