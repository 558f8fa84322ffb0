/** One fact about a person, as they are shown it. */
export interface OwnFact {
  name: string;
  /** An instant (epoch ms) is a number. */
  value: string | number;
}

/** The person whose data is shown, and the names for ids in it. */
export interface Told {
  memberId: string;
  /** The name of a class; `undefined` if the class is gone. */
  classOf: (sectionId: string | undefined) => string | undefined;
  /** The title of a batch. */
  batchOf: (batchId: string | undefined) => string | undefined;
}

/** The facts that have a value. Empty texts and absent values are left out. */
export const facts = (said: Record<string, string | number | null | undefined>): OwnFact[] =>
  Object.entries(said).flatMap(([name, value]) =>
    value === null || value === undefined || value === '' ? [] : [{ name, value }],
  );
