import { DAY, HOUR, instantOf } from '../../../domain/base/clock';
import type { BatchDraft, DraftSection, Lesson } from '../../../domain/model';

/** Monday evening, a week before the first lesson. */
export const OPENS = instantOf('2027-03-01', '20:00')!;
export const NOW = OPENS - 3 * DAY;

/** So many lessons from a day on, one a week, 19:00-20:30. */
export const weekly = (firstDay: string, count: number): Lesson[] =>
  Array.from({ length: count }, (_, week) => {
    const startsAt = instantOf(firstDay, '19:00')! + week * 7 * DAY;
    return { startsAt, endsAt: startsAt + 1.5 * HOUR };
  });

/** Tea on Wednesdays from 10 March on. */
export const draftSection = (key: string, change: Partial<DraftSection> = {}): DraftSection => ({
  key,
  course: '茶艺',
  category: 'tea',
  name: `${key}班`,
  instructor: `老师${key}`,
  organisation: '渝西茶艺培训学校',
  place: `${key}教室`,
  schedule: '每周三 19:00-20:30',
  lessons: weekly('2027-03-10', 3),
  audienceText: '全区职工',
  note: '',
  capacity: 16,
  waitlistLimit: 8,
  ...change,
});

/** A draft that may be published at NOW. */
export const draft = (change: Partial<BatchDraft> = {}): BatchDraft => ({
  _id: 'b-1',
  title: '2027 春季第一期',
  union: '永川区总工会',
  opensAt: OPENS,
  closesAt: OPENS + 5 * DAY,
  limit: 2,
  mode: 'first-come',
  audience: {},
  dropHours: 24,
  freezeHours: 2,
  holidays: [],
  sections: [draftSection('0001'), draftSection('0002')],
  lastKey: 2,
  revision: 4,
  createdAt: NOW - DAY,
  updatedAt: NOW - HOUR,
  ...change,
});
