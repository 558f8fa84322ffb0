import type { MyAttendance, MyLesson, SectionCard } from '../../domain/api';
import { HOUR, MINUTE } from '../../domain/base/clock';
import { section } from './sample';

/** 19:30 in Shanghai, the third lesson of five of 茶艺一班; all sample instants follow from it. */
export const START = Date.parse('2027-03-24T11:30:00Z');
const WEEK = 7 * 24 * HOUR;

export const lessonAt = (startsAt: number) => ({ startsAt, endsAt: startsAt + 1.5 * HOUR });

export const teaClass: SectionCard = section({
  sectionId: 'tea',
  lessons: [-2, -1, 0, 1, 2].map(week => lessonAt(START + week * WEEK)),
});

export const THIRD = { sectionId: 'tea', lessonIndex: 2 };

export const known = (part: Partial<MyLesson> = {}): MyLesson => ({
  ...THIRD,
  mark: null,
  undecided: false,
  leave: null,
  guest: null,
  closed: false,
  ...part,
});

export const attended = (part: Partial<MyAttendance> = {}): MyAttendance => ({
  lessons: [],
  lent: [],
  noShows: [],
  ...part,
});

export const before = (minutes: number) => START - minutes * MINUTE;
