import { DAY, dayKey, HOUR, MINUTE, startOfDay, startOfWeek, timeText, weekdayText } from '../domain/base/clock';
import { USUAL_TERMS } from '../domain/certificate/terms';
import { titleOf, type BatchPlan, type SectionPlan } from './batch';

const WEEK = 7 * DAY;
const CENTRE = '职工服务中心培训楼';
const CULTURE = { organisation: '永川区文化馆', audienceText: '全区职工' };
const SPORT = { organisation: '渝西体育俱乐部', audienceText: '全区职工' };

type Short = Omit<SectionPlan, 'firstDay' | 'lessonCount' | 'name' | 'note'> & Partial<SectionPlan>;
const plan =
  (firstDay: string, lessonCount: number) =>
  (section: Short): SectionPlan => ({
    name: '一班',
    note: '',
    firstDay,
    lessonCount,
    ...section,
  });

/** A batch whose lessons are under way. Some seats are left, and some lines have people waiting. */
export function runningBatch(now: number): BatchPlan {
  const monday = dayKey(startOfWeek(now) - 4 * WEEK);
  const opensAt = startOfWeek(now) - 6 * WEEK + 20 * HOUR;
  return {
    id: 'yc-running',
    title: titleOf(monday, '二'),
    opensAt,
    closesAt: startOfWeek(now) + 3 * WEEK,
    limit: 2,
    certificate: USUAL_TERMS,
    audience: {},
    dropBeforeLesson: 7,
    sections: [
      {
        ...SPORT,
        course: '瑜伽',
        category: 'yoga',
        instructor: '唐雪',
        place: `${CENTRE}401形体房`,
        capacity: 24,
        waitlistLimit: 12,
        schedule: '每周二 19:00-20:30',
        bring: '瑜伽垫',
        roomCapacity: 24,
      },
      {
        ...SPORT,
        course: '乒乓球',
        category: 'pingpong',
        instructor: '马志刚',
        place: '职工文体馆乒乓球厅',
        capacity: 16,
        waitlistLimit: 8,
        schedule: '每周三 18:30-20:00',
      },
      {
        ...CULTURE,
        course: '书法',
        category: 'calligraphy',
        instructor: '郭怀远',
        place: `${CENTRE}204书画室`,
        roomCapacity: 30,
        topics: '执笔和坐姿\n横和竖\n撇和捺\n点、钩、折\n偏旁\n结构\n集字练习\n临帖：颜真卿\n临帖：欧阳询\n写一副春联',
        capacity: 30,
        waitlistLimit: 10,
        schedule: '每周二 19:00-20:30',
        note: '笔墨由中心提供',
      },
      {
        ...SPORT,
        course: '太极',
        category: 'taiji',
        instructor: '袁德光',
        place: '兴龙湖文化广场',
        capacity: 40,
        waitlistLimit: 0,
        schedule: '每周六 07:30-08:30',
        note: '雨天改到培训楼一楼大厅',
      },
      {
        ...CULTURE,
        course: '舞蹈',
        category: 'dance',
        instructor: '苏婷',
        place: `${CENTRE}301排练厅`,
        capacity: 20,
        waitlistLimit: 10,
        schedule: '每周四 19:00-20:30',
      },
      {
        ...CULTURE,
        course: '摄影',
        category: 'photo',
        instructor: '叶海波',
        place: `${CENTRE}206教室`,
        capacity: 18,
        waitlistLimit: 9,
        schedule: '每周日 09:30-11:30',
        note: '手机、相机都可以',
      },
      {
        course: '茶艺',
        category: 'tea',
        instructor: '李文秀',
        organisation: '渝西茶艺培训学校',
        audienceText: '全区职工',
        place: `${CENTRE}205茶艺室`,
        capacity: 16,
        waitlistLimit: 8,
        schedule: todayIn(now),
        bring: '茶杯',
        topics:
          '认识六大茶类\n茶具和礼仪\n绿茶冲泡\n红茶冲泡\n乌龙茶冲泡\n白茶和黄茶\n黑茶和普洱\n花茶和调饮\n茶席布置\n结业茶会',
      },
      {
        ...CULTURE,
        course: '剪纸',
        category: 'papercut',
        name: '体验班',
        instructor: '秦玉兰',
        place: `${CENTRE}203手工室`,
        capacity: 18,
        waitlistLimit: 0,
        schedule: '每周五 19:00-20:30',
        lessonCount: 4,
        note: '四次课，上完可以接着报正式班',
      },
      {
        ...CULTURE,
        kind: 'lecture' as const,
        walkInFrom: 0 as const,
        course: '笔墨里的家风',
        category: 'calligraphy',
        name: '',
        instructor: '郭怀远',
        place: '工人文化宫报告厅',
        capacity: 300,
        waitlistLimit: 0,
        schedule: '周六 14:30-16:30',
        firstDay: dayKey(startOfWeek(now) + WEEK + 5 * DAY),
        lessonCount: 1,
        note: '不用带东西，早到的坐前排',
      },
    ].map(section => plan(monday, 10)(section as Short)),
  };
}

/**
 * Takes place every week at this hour. One lesson begins in a few minutes, so that its roll can be called and people
 * can check in.
 */
function todayIn(now: number): string {
  const midnight = startOfDay(now);
  const soon = Math.ceil((now + 5 * MINUTE - midnight) / (10 * MINUTE)) * 10 * MINUTE;
  const startsAt = midnight + Math.min(soon, 22 * HOUR + 20 * MINUTE);
  return `每周${weekdayText(now)} ${timeText(startsAt)}-${timeText(startsAt + 90 * MINUTE)}`;
}

/** A batch that is closed, with its lessons over. */
export function pastBatch(now: number): BatchPlan {
  const monday = dayKey(startOfWeek(now) - 22 * WEEK);
  const opensAt = startOfWeek(now) - 24 * WEEK + 20 * HOUR;
  return {
    id: 'yc-past',
    title: titleOf(monday, '一'),
    opensAt,
    closesAt: opensAt + 5 * DAY,
    limit: 2,
    certificate: USUAL_TERMS,
    audience: {},
    dropBeforeLesson: 0,
    sections: [
      {
        ...CULTURE,
        course: '合唱',
        category: 'choir',
        instructor: '陈静',
        place: `${CENTRE}301排练厅`,
        capacity: 40,
        waitlistLimit: 20,
        schedule: '每周二 19:00-20:30',
      },
      {
        ...CULTURE,
        course: '书法',
        category: 'calligraphy',
        instructor: '郭怀远',
        place: `${CENTRE}204书画室`,
        capacity: 24,
        waitlistLimit: 10,
        schedule: '每周四 19:00-20:30',
      },
      {
        course: '家常川菜',
        category: 'cooking',
        instructor: '汤国华',
        organisation: '永川区烹饪协会',
        audienceText: '全区职工',
        place: '职工食堂二楼教学厨房',
        capacity: 12,
        waitlistLimit: 6,
        schedule: '每周六 14:30-16:30',
        note: '食材由工会提供',
      },
    ].map(section => plan(monday, 8)(section as Short)),
  };
}

/** A batch of the year before, archived, so that this year's numbers have something beside them. */
export function archivedBatch(now: number): BatchPlan {
  const monday = dayKey(startOfWeek(now) - 62 * WEEK);
  const opensAt = startOfWeek(now) - 64 * WEEK + 20 * HOUR;
  return {
    id: 'yc-archived',
    title: titleOf(monday, '一'),
    opensAt,
    closesAt: opensAt + 5 * DAY,
    limit: 2,
    audience: {},
    dropBeforeLesson: 0,
    sections: [
      {
        ...CULTURE,
        course: '合唱',
        category: 'choir',
        instructor: '陈静',
        place: `${CENTRE}301排练厅`,
        capacity: 30,
        waitlistLimit: 10,
        schedule: '每周二 19:00-20:30',
      },
      {
        ...SPORT,
        course: '瑜伽',
        category: 'yoga',
        instructor: '唐雪',
        place: `${CENTRE}401形体房`,
        capacity: 20,
        waitlistLimit: 10,
        schedule: '每周四 19:00-20:30',
      },
    ].map(section => plan(monday, 6)(section as Short)),
  };
}
