import type { Change } from '../../../domain/change/change';
import type { Batch, Section } from '../../../domain/model';
import type { ChangeView, Effect } from '../../../domain/change/change-effect';
import { decideSectionChange, type SectionChange } from '../../../domain/change/decide-change';
import { isRefused } from '../../../domain/base/refuse';
import { section, T } from '../line/sections';

export const HOUR = 3_600_000;
export const now = T + HOUR;

export const batch = (change: Partial<Batch> = {}): Batch => ({
  _id: 'b',
  title: '第一期',
  union: '永川区总工会',
  state: 'scheduled',
  opensAt: T,
  closesAt: T + 48 * HOUR,
  audience: {},
  sectionCount: 2,
  capacity: 10,
  categories: ['tea'],
  firstLessonAt: T + 96 * HOUR,
  lastLessonAt: T + 600 * HOUR,
  publishedAt: 1,
  terms: { dropHours: 24, freezeHours: 2, holidays: [], lastKey: 2, revision: 1 },
  ...change,
});

/** `a` and `b` have seats, `c` waits, the line is full. */
export const full = (change: Partial<Section> = {}) => section(change, 'a', 'b', 'c');

export const view = (change: Partial<ChangeView> = {}): ChangeView => ({
  now,
  batch: batch(),
  section: full(),
  neighbours: [],
  instructors: [],
  isCalled: false,
  member: null,
  standing: null,
  held: [],
  ...change,
});

type Without<K> = K extends unknown ? Omit<K, 'sectionId'> : never;
export type Asked = Without<Exclude<Change, { batchId: string }>>;

export const decide = (asked: Asked, about: Partial<ChangeView> = {}) =>
  decideSectionChange(view(about), { ...asked, sectionId: 's' } as SectionChange);

/** The effect; fails where there is a refusal. */
export function effectOf(asked: Asked, about: Partial<ChangeView> = {}): Effect {
  const decided = decide(asked, about);
  if (isRefused(decided)) throw new Error(decided.refused);
  return decided;
}
