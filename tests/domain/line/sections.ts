import type { LineEntry, Section, Standing } from '../../../domain/model';

/** The hour of the stroke in these tests. */
export const T = 1_800_000_000_000;

/** An open section of batch b with 2 seats and 1 waiting place; the line's people joined one second after another. */
export function section(change: Partial<Section> = {}, ...line: string[]): Section {
  const entries: LineEntry[] = line.map((memberId, index) => ({ memberId, at: T + (index + 1) * 1_000 }));
  return {
    _id: 's',
    batchId: 'b',
    course: '茶艺',
    category: 'tea',
    name: '一班',
    instructor: '李文秀',
    organisation: '渝西茶艺培训学校',
    place: '205',
    schedule: '每周三 19:00-20:30',
    lessons: [],
    audienceText: '',
    note: '',
    capacity: 2,
    waitlistLimit: 1,
    opensAt: T,
    closesAt: T + 1_000_000,
    dropUntil: T + 2_000_000,
    limit: 2,
    publishedAt: 1,
    clashIds: [],
    revision: 1,
    line: entries,
    lineCount: entries.length,
    reopensAt: 0,
    ...change,
  };
}

/** A settled standing of member `me` with holds in batch b: section id → at. */
export function standing(holds: Record<string, number> = {}, change: Partial<Standing> = {}): Standing {
  const all = Object.entries(holds).map(([sectionId, at]) => ({ sectionId, batchId: 'b', at }));
  return { _id: 'me', holds: all, batches: { b: { settledAt: T - 1, count: all.length } }, ...change };
}
