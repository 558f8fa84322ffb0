import { instantOf } from '../../domain/base/clock';
import type { Emulator } from '../../emulator/emulator';
import type { PastBatch, Scale } from './history';
import { importHistory } from './import-history';
import type { Subjects } from './pages';
import { idOfKind } from './people';

/** When the history ends: a Thursday morning. */
export const NOW = instantOf('2036-11-20', '09:00') ?? 0;

/** Puts the history of a union into an emulator whose clock then stands at its end. */
export async function openUnion(
  emulator: Emulator,
  scale: Scale,
  keepRolls?: (batch: PastBatch, sectionId: string) => boolean,
): Promise<{ documents: number; subjects: Subjects; batches: PastBatch[] }> {
  emulator.setClock(NOW - Date.now());
  const { documents, batches } = await importHistory(emulator.database, scale, NOW, keepRolls);
  return { documents, batches, subjects: subjectsOf(batches) };
}

/** What the pages are opened for: the newest batch, one under way, a class of the oldest batch that still has names. */
export function subjectsOf(batches: readonly PastBatch[]): Subjects {
  const newest = last(batches);
  const running = last(batches.filter(({ batch }) => batch.firstLessonAt + 3 * 7 * 86_400_000 < NOW));
  const named = batches.filter(({ batch }) => batch.anonymousAt === undefined);
  const mine = (named[0] ?? newest).sections.find(section =>
    section.line.some(entry => entry.memberId === idOfKind('worker')),
  );
  return {
    batchId: newest.batch._id,
    runningId: running.batch._id,
    sectionId: running.sections[0]?._id ?? '',
    oldSectionId: mine?._id ?? '',
    lessonIndex: 1,
  };
}

function last<T>(some: readonly T[]): T {
  const one = some.at(-1);
  if (one === undefined) throw new Error('A union that has had no batch yet has no history');
  return one;
}
