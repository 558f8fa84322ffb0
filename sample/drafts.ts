import { DAY, HOUR, startOfWeek } from '../domain/base/clock';
import { blankDraft } from '../domain/draft/terms';
import { askNow } from '../domain/menu/asked';
import type { BatchDraft, DraftSection, Lesson } from '../domain/model';
import { UNION } from './batch';

const WEEK = 7 * DAY;

/** The id of the batch in preparation. */
export const SAMPLE_DRAFT = 'b-sample-next';

/** So many lessons, one a week, from a day of a week on. */
const weekly = (monday: number, day: number, hour: number, count: number): Lesson[] =>
  Array.from({ length: count }, (_, week) => {
    const startsAt = monday + week * WEEK + day * DAY + hour * HOUR;
    return { startsAt, endsAt: startsAt + 1.5 * HOUR };
  });

/** The next batch in preparation: a class whose instructor was asked and has not answered, and one that is agreed on. */
export function sampleDraft(now: number): BatchDraft {
  const monday = startOfWeek(now) + 12 * WEEK;
  const tea: DraftSection = {
    key: '0001',
    course: '茶艺提高班',
    category: 'tea',
    name: '一班',
    instructor: '李文秀',
    organisation: '渝西茶艺培训学校',
    place: '职工服务中心培训楼205茶艺室',
    schedule: '每周四 19:00-20:30',
    lessons: weekly(monday, 3, 19, 8),
    audienceText: '全区职工',
    note: '自带茶杯',
    capacity: 24,
    waitlistLimit: 12,
  };
  const pastry: DraftSection = {
    ...tea,
    key: '0002',
    course: '中式面点',
    category: 'cooking',
    instructor: '',
    organisation: '重庆益才教育中心',
    place: '职工服务中心食堂二楼',
    schedule: '每周六 14:00-15:30',
    lessons: weekly(monday, 5, 14, 6),
    note: '',
    capacity: 20,
    waitlistLimit: 10,
  };
  const answered = { ...askNow(pastry, now - 3 * DAY), answer: 'yes' as const, answeredAt: now - 2 * DAY };
  return {
    _id: SAMPLE_DRAFT,
    ...blankDraft(UNION),
    title: '下一期（正在准备）',
    sections: [
      { ...tea, asked: askNow(tea, now - DAY) },
      { ...pastry, asked: { ...answered, text: '面粉和灶具由我们带' } },
    ],
    lastKey: 2,
    revision: 5,
    createdAt: now - 4 * DAY,
    updatedAt: now - DAY,
  };
}
