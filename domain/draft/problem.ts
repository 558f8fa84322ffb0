/** What is missing or wrong in a draft: the place where to put it right, and a sentence. */
export interface DraftProblem {
  /** A setting, a section by its key, or the list of sections as a whole. */
  where:
    'title' | 'opensAt' | 'closesAt' | 'dropHours' | 'freezeHours' | 'mode' | 'audience' | 'sections' | { key: string };
  text: string;
  /** A warning does not stand in the way. */
  warning?: true;
  /** A hint of the section's reading, which can be dismissed (`draft.saveSection`) by its text. */
  hint?: true;
}
