import { progressIn, type Progress } from '../../domain/certificate/certificate';
import { USUAL_TERMS } from '../../domain/certificate/terms';
import type { Batch, Section } from '../../domain/model';
import { find, read } from '../base/database';

export interface ClassProgress {
  section: Section;
  batch: Batch;
  /** As for somebody who came every time. */
  all: Progress;
  of: (memberId: string) => Progress;
  /** Everybody who came to a closed lesson. */
  people: string[];
}

/** Reads a class with its rolls. Three operations. `null` if there is no such class. */
export async function classProgress(sectionId: string): Promise<ClassProgress | null> {
  const section = await read('sections', sectionId);
  const batch = section && (await read('batches', section.batchId));
  if (!section || !batch) return null;
  const rolls = await find('rolls', { sectionId });
  return { section, batch, ...progressIn(section, rolls, batch.certificate ?? USUAL_TERMS) };
}
