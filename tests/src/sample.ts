import type { BatchCard, MyPlace, Place, SectionCard, SectionCount } from '../../domain/api';
import { DAY, HOUR, instantOf } from '../../domain/base/clock';

/** 20:00 in Shanghai: the stroke of the sample batch. */
export const STROKE = instantOf('2027-02-01', '20:00')!;

export const batch: BatchCard = {
  batchId: 'b1',
  title: '春季第一期',
  union: '永川区总工会',
  opensAt: STROKE,
  closesAt: STROKE + 7 * DAY,
  limit: 2,
  audience: { unionMembersOnly: true },
  sectionCount: 3,
  capacity: 60,
  categories: ['tea', 'guqin', 'papercut'],
  firstLessonAt: instantOf('2027-03-09', '19:00')!,
  lastLessonAt: instantOf('2027-05-11', '19:00')!,
  seatsLeft: 60,
};

export function section(part: Partial<SectionCard> & { sectionId: string }): SectionCard {
  const startsAt = instantOf('2027-03-10', '19:00')!;
  return {
    batchId: batch.batchId,
    course: '茶艺',
    category: 'tea',
    name: '一班',
    instructor: '李文秀',
    organisation: '渝西茶艺培训学校',
    place: '培训楼205茶艺室',
    schedule: '每周三 19:00-20:30',
    lessons: [0, 1].map(week => ({
      startsAt: startsAt + week * 7 * DAY,
      endsAt: startsAt + week * 7 * DAY + 1.5 * HOUR,
    })),
    audienceText: '全区工会会员',
    note: '',
    capacity: 30,
    waitlistLimit: 15,
    dropUntil: startsAt - DAY,
    freezeAt: startsAt - 2 * HOUR,
    clashIds: [],
    cancelledAt: null,
    ...part,
  };
}

const saturday = instantOf('2027-03-13', '09:30')!;

export const tea = section({ sectionId: 'tea', clashIds: ['guqin'] });
export const guqin = section({
  sectionId: 'guqin',
  course: '古琴',
  category: 'guqin',
  place: '培训楼402古琴室',
  instructor: '周子墨',
  capacity: 20,
  waitlistLimit: 10,
  clashIds: ['tea'],
});
export const papercut = section({
  sectionId: 'papercut',
  course: '剪纸',
  category: 'papercut',
  schedule: '每周六 09:30-11:30',
  lessons: [{ startsAt: saturday, endsAt: saturday + 2 * HOUR }],
});

export const count = (sectionId: string, seatsLeft: number, waiting = 0, waitingLeft = 10): SectionCount => ({
  sectionId,
  seatsLeft,
  waiting,
  waitingLeft,
});

export const place = (sectionId: string, state: Place['state'] = 'SEATED', number = 1): Place => ({
  sectionId,
  state,
  number,
  behind: 0,
  at: STROKE + 3_000,
});

export const mine = (of: SectionCard, state: Place['state'] = 'SEATED', number = 1): MyPlace => ({
  place: place(of.sectionId, state, number),
  section: of,
  batch: { batchId: batch.batchId, title: batch.title, union: batch.union, categories: batch.categories },
});
