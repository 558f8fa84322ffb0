import { MINUTE } from '../domain/base/clock';
import type { Section, Standing } from '../domain/model';
import type { Random } from '../scripts/crowd/random';

/**
 * Puts people into lines as claims would have done: in order of arrival, within the limit, without a clash, and with
 * a standing that agrees.
 */
export class LineUp {
  readonly standings = new Map<string, Standing>();

  constructor(
    private readonly pool: readonly string[],
    private readonly random: Random,
  ) {}

  /** Fills a section's line to `count` people from the pool; `named` people get given places in it. */
  fill(section: Section, count: number, named: Record<number, string> = {}): void {
    let at = section.opensAt;
    const kept = new Set(Object.values(named));
    const candidates = this.pool.filter(id => !kept.has(id));
    let next = this.random.int(candidates.length);
    while (section.line.length < count) {
      at += 80 + this.random.int(900);
      const wanted = named[section.line.length];
      if (wanted !== undefined) {
        if (!this.join(section, wanted, at)) throw new Error(`${wanted} cannot stand in ${section._id}`);
        continue;
      }
      let tries = candidates.length;
      while (!this.join(section, candidates[next++ % candidates.length] ?? '', at)) {
        if (--tries < 0) throw new Error(`Too few people for ${section._id}`);
      }
    }
  }

  private join(section: Section, memberId: string, at: number): boolean {
    const standing = this.standings.get(memberId) ?? { _id: memberId, holds: [], batches: {} };
    const batch = (standing.batches[section.batchId] ??= { settledAt: section.opensAt - 10 * MINUTE, count: 0 });
    const inTheWay = standing.holds.some(
      hold => hold.sectionId === section._id || section.clashIds.includes(hold.sectionId),
    );
    if (inTheWay || (section.limit !== undefined && batch.count >= section.limit)) return false;
    standing.holds.push({ sectionId: section._id, batchId: section.batchId, at });
    batch.count += 1;
    this.standings.set(memberId, standing);
    section.line.push({ memberId, at });
    section.lineCount += 1;
    return true;
  }
}
