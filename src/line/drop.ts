import { askUntilKnown } from '../state/ask-until-known';
import type { Acted } from '../state/lesson-acts';
import { losePlace, mine } from '../state/places';

/** Leaves a line and finds out whether it happened. */
export async function drop(sectionId: string, late = false): Promise<Acted> {
  const answer = await askUntilKnown('line.drop', late ? { sectionId, late } : { sectionId });
  if (!answer.ok) return { done: false, message: answer.message };
  losePlace(sectionId);
  void mine.ask();
  return { done: true };
}
