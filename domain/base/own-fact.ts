/** One fact that a person is shown of what is kept about them. */
export interface OwnFact {
  name: string;
  /** An instant (epoch ms) is a number. */
  value: string | number;
}

/** Whose data it is, and what ids in it are called. */
export interface Told {
  memberId: string;
  /** The name of a class; `undefined` for one that is gone. */
  classOf: (sectionId: string | undefined) => string | undefined;
  /** The title of a batch. */
  batchOf: (batchId: string | undefined) => string | undefined;
}

/** Only what is said: empty texts and what is absent are left out. */
export const facts = (said: Record<string, string | number | null | undefined>): OwnFact[] =>
  Object.entries(said).flatMap(([name, value]) =>
    value === null || value === undefined || value === '' ? [] : [{ name, value }],
  );
