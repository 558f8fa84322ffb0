/** A missing or wrong point of a draft: the place to correct it, and a sentence. */
export interface DraftProblem {
  /** A setting, a section by its key, or the list of sections as a whole. */
  where:
    'title' | 'opensAt' | 'closesAt' | 'dropHours' | 'freezeHours' | 'mode' | 'audience' | 'sections' | { key: string };
  text: string;
  /** A warning does not prevent publishing. */
  warning?: true;
  /** About 问一声. The line of the class that says who was asked says this too. */
  ask?: true;
  /** A hint from the section's reading. `draft.saveSection` can dismiss it by its text. */
  hint?: true;
}
