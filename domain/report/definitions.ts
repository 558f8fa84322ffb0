/**
 * Every number that goes to superiors, with the one definition that it has (docs/decisions/0044). The screen opens the
 * definition, the workbook prints it, and a report that is signed keeps it. A change of what a number means is a change
 * here and of `DEFINITIONS_VERSION`.
 */
export const DEFINITIONS_VERSION = '2026-12-2';

export interface Definition {
  key: NumberKey;
  title: string;
  unit: string;
  is: string;
}

export const NUMBER_KEYS = [
  'batches',
  'courses',
  'sections',
  'lessons',
  'seats',
  'people',
  'visits',
  'onTheDay',
  'hours',
  'newcomers',
  'employers',
  'rate',
  'satisfied',
  'turnedAway',
  'wishesProposed',
  'wishesAnswered',
  'wishesTaken',
  'wishesOpened',
  'organisations',
  'instructors',
] as const;
export type NumberKey = (typeof NUMBER_KEYS)[number];

const SAID: Record<NumberKey, readonly [title: string, unit: string, is: string]> = {
  batches: ['期数', '期', '这段时间里至少上过一次课的期次。'],
  courses: ['课程', '门', '这段时间里至少上过一次课的课程，同名的算一门。'],
  sections: ['班', '个', '这段时间里至少上过一次课的班。'],
  lessons: ['课次', '次', '上完并且结了课的课。取消的不算；还没结课的不算，另外写明还有几次。'],
  seats: ['名额', '个', '上面这些班第一次课开始时的名额之和。'],
  people: [
    '参训人数',
    '人',
    '至少到过一次课的人（含迟到、借座和补位），上几个班都算一个人。已经删除资料的人，和结束满三年去掉名字的班，认不出是不是同一个人，按班计，另外写明几人。',
  ],
  visits: ['参训人次', '人次', '每次课到了几个人，加起来（含迟到、借座和补位）。'],
  onTheDay: [
    '讲座·当场来的',
    '人次',
    '讲座上没有座位、当场来的，加起来：登记了的（也在参训人数和人次里），和清点的未登记的人（不在别的数里）。',
  ],
  hours: ['学时', '人·学时', '每次课的分钟数乘以到的人数，加起来除以 45。'],
  newcomers: [
    '新学员',
    '人',
    '参训的人里，这段时间之前没到过一次课的。删除资料的人不算；班结束满三年去掉名字，更早来过没有查不到。',
  ],
  employers: [
    '惠及单位',
    '家',
    '参训的人所在的单位，写法只差空格、大小写、全角半角的算一家；参训的人都删除了资料的单位，不再算。不到 5 人的单位只计数，不列名。',
  ],
  rate: ['到课率', '', '到课和迟到的人次，除以到课、迟到和缺课的人次。请假、借座和补位不算在内。'],
  satisfied: [
    '满意度',
    '',
    '这段时间里评价结束的班，打 4 星、5 星的份数占全部份数的比例，后面写明多少人评。一个班不到 5 人评的不算；只有整年的总数，年底以后把其余小班合成一组算进去。',
  ],
  turnedAway: [
    '没报上',
    '人',
    '这段时间里放号、报名已经截止的各期，点了报名、名额和候补都满，到截止也没有位置的人，几期都没报上也算一个人。人太多数不清，或者统计已满一年删去的，写“至少”。',
  ],
  wishesProposed: ['愿望·提出', '个', '这段时间里职工提出的愿望，收起的、并入别的也算。'],
  wishesAnswered: ['愿望·答复', '个', '这段时间里答复的愿望。'],
  wishesTaken: ['愿望·立项', '个', '这段时间里放进一期的愿望。'],
  wishesOpened: ['愿望·开班', '个', '这段时间里发布了相应的班、并且通知了想学的人的愿望。'],
  organisations: ['承办单位', '家', '这段时间里至少上过一次课的班的承办单位。'],
  instructors: ['讲师', '人', '这段时间里至少上过一次课的班的讲师。'],
};

export const DEFINITIONS: readonly Definition[] = NUMBER_KEYS.map(key => {
  const [title, unit, is] = SAID[key];
  return { key, title, unit, is };
});

export const definitionOf = (key: NumberKey): Definition => {
  const [title, unit, is] = SAID[key];
  return { key, title, unit, is };
};
