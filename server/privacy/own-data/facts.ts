import type { OwnFact } from '../../../domain/api';
import type { Section } from '../../../domain/model';
import { titleOf } from '../../../domain/batch/title';

/** Whose data it is, and what ids in it are called. */
export interface Told {
  memberId: string;
  sections: ReadonlyMap<string, Section>;
  batches: ReadonlyMap<string, string>;
}

const fact = (name: string, value: string | number): OwnFact => ({ name, value });
/** Only what is said; an instant or a text. */
export const facts = (said: Record<string, string | number | null | undefined>): OwnFact[] =>
  Object.entries(said).flatMap(([name, value]) =>
    value === null || value === undefined || value === '' ? [] : [fact(name, value)],
  );

export const classOf = ({ sections }: Told, sectionId: string | undefined): string | undefined => {
  const section = sectionId === undefined ? undefined : sections.get(sectionId);
  return section ? titleOf(section) : undefined;
};
