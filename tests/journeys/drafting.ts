import { randomUUID } from 'node:crypto';
import { DAY, HOUR, dayKey, instantOf, startOfWeek } from '../../domain/base/clock';
import type { DraftView } from '../../domain/api';
import type { BatchDraft, RecordEntry, Section } from '../../domain/model';
import type { Person, Scene } from './scene';

/** What staff do with drafts, in as few words as a journey needs. */

const WEEKDAYS = ['一', '二', '三', '四', '五'];
const HEADER = '课程名称,班次,讲师,承办单位,上课地点,名额,候补名额,开课日期,上课时间,课次,备注';

/** The first such weekday (0 = Monday) from a day on. */
function firstOf(weekday: number, from: string): string {
  const at = instantOf(from, '00:00')!;
  return dayKey(at + ((weekday - (at - startOfWeek(at)) / DAY + 7) % 7) * DAY);
}

/** A course sheet of so many sections, each with an instructor, a room and an evening hour of its own. */
export function sheetOf(count: number, firstDay: string, change: Record<number, string> = {}): string {
  const rows = Array.from({ length: count }, (_, index) => {
    const weekday = WEEKDAYS[index % 5]!;
    return `课程${index + 1},一班,讲师${index + 1},永川区文化馆,培训楼${100 + index}室,${20 + (index % 9)},10,${firstOf(index % 5, firstDay)},每周${weekday} 19:00-20:30,8,`;
  });
  return [HEADER, ...rows.map((row, index) => change[index] ?? row)].join('\n');
}

export const asFile = (text: string, fileName = '课程表.csv') => ({
  fileName,
  file: Buffer.from(text).toString('base64'),
});

export const actId = (): string => randomUUID();

export async function must<T>(answer: Promise<{ ok: true; data: T } | { ok: false; code: string }>): Promise<T> {
  const given = await answer;
  if (!given.ok) throw new Error(JSON.stringify(given));
  return given.data;
}

/** A draft with these sections that opens in an hour, ready to be published. */
export async function readyDraft(scene: Scene, staff: Person, count = 3, settings: object = {}): Promise<DraftView> {
  const now = scene.emulator.now();
  const { draftId } = await must(staff.call('draft.create', { actId: actId() }));
  const { revision } = await must(staff.call('draft.read', { draftId }));
  const saved = await must(
    staff.call('draft.save', {
      draftId,
      revision,
      settings: { title: '第二期', opensAt: now + HOUR, closesAt: now + 49 * HOUR, ...settings },
    }),
  );
  const sheet = asFile(sheetOf(count, dayKey(now + 14 * 24 * HOUR)));
  return must(staff.call('draft.importSheet', { draftId, revision: saved.revision, how: 'replace', ...sheet }));
}

export const publishing = (draft: Pick<DraftView, 'draftId' | 'revision'>, id = actId()) => ({
  draftId: draft.draftId,
  revision: draft.revision,
  actId: id,
});

/** What is stored about one batch-to-be. */
export function stored(scene: Scene, draftId: string) {
  const all = <T extends object>(name: string) => scene.emulator.database.read<T>(name);
  return {
    draft: all<BatchDraft>('drafts').find(draft => draft._id === draftId),
    batch: all<{ _id: string }>('batches').find(batch => batch._id === draftId),
    sections: all<Section>('sections').filter(section => section.batchId === draftId),
    record: all<RecordEntry>('record').filter(entry => entry.batchId === draftId),
  };
}
