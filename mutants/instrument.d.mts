/** A mutant as the instrumenter describes it; lines and columns begin at 0. */
export interface Made {
  id: string;
  fileName: string;
  mutatorName: string;
  replacement: string;
  location: Record<'start' | 'end', { line: number; column: number }>;
  /** Why it is none, if it is none. */
  statusReason?: string;
}

/**
 * One copy of each file with all of its mutants, each behind a switch (`switch.ts`). Ids are unique within the call.
 *
 * @param mutations the names of the mutators to use; others do nothing.
 */
export function instrument(
  files: readonly { name: string; content: string }[],
  mutations: readonly string[],
): Promise<{ files: { name: string; content: string }[]; mutants: Made[] }>;
