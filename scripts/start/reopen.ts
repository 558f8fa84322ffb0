import type { Batch, Section, Standing } from '../../domain/model';
import type { Database } from '../../emulator/database/database';

/**
 * After this time no instance answers from a memory of earlier facts (`server/line/facts.ts` trusts its own for 15
 * s).
 */
export const SOONEST_S = 20;

/**
 * For rehearsal only: opens a batch anew in a while, with empty lines. Raises every section's revision by one, so
 * that an instance with older facts finds out at its next guarded write.
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
