import type { Batch, Section, Standing } from '../../domain/model';
import type { Database } from '../../emulator/database/database';

/** Until then no instance answers from a memory of the hour before (`server/line/facts.ts` trusts its own for 15 s). */
export const SOONEST_S = 20;

/**
 * Rehearsal only: opens a batch anew in a while, with empty lines. Counts every section up by a revision, so that an
 * instance which remembers older facts finds out at its next guarded write.
 */
export async function reopen(database: Database, batch: Batch, opensAt: number): Promise<void> {
  const open = batch.closesAt - batch.opensAt;
  const sections = database.read<Section>('sections').filter(section => section.batchId === batch._id);
  const standings = database.read<Standing>('standings').filter(standing => standing.batches[batch._id]);
  await database.import(
    'standings',
    standings.map(standing => ({
      ...standing,
      holds: standing.holds.filter(hold => hold.batchId !== batch._id),
      batches: { ...standing.batches, [batch._id]: { ...standing.batches[batch._id]!, count: 0 } },
    })),
  );
  await database.import(
    'sections',
    sections.map(section => ({
      ...section,
      opensAt,
      closesAt: opensAt + open,
      revision: section.revision + 1,
      line: [],
      lineCount: 0,
      reopensAt: 0,
    })),
  );
  await database.import('batches', [{ ...batch, opensAt, closesAt: opensAt + open }]);
}
