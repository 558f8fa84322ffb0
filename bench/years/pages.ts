import type { EndpointName } from '../../domain/api';
import type { Kind } from './people';

/** What a page asks for when it is opened for the first time, and by whom. */
export interface PageCalls {
  page: string;
  by: Kind;
  calls: [endpoint: EndpointName, input: object][];
}

/** The ids from the history that the pages are about. */
export interface Subjects {
  batchId: string;
  /** Under way, with rolls. */
  runningId: string;
  sectionId: string;
  /** A class of a batch that has been over for years, but still has names. */
  oldSectionId: string;
  lessonIndex: number;
}

/** Every page of the app that asks for anything. A page that asks for the same as another is listed once. */
export function pagesOf({ batchId, runningId, sectionId, oldSectionId, lessonIndex }: Subjects): PageCalls[] {
  const lesson = { sectionId, lessonIndex };
  return [
    { page: '首页', by: 'worker', calls: [['catalog.batches', {}]] },
    { page: '首页：查看往期', by: 'worker', calls: [['catalog.past', {}]] },
    {
      page: '一期、一个班',
      by: 'worker',
      calls: [
        ['catalog.batch', { batchId }],
        ['line.board', { batchId }],
        ['line.mine', {}],
      ],
    },
    {
      page: '我的课',
      by: 'worker',
      calls: [
        ['line.mine', {}],
        ['lesson.mine', {}],
        ['member.notices', {}],
      ],
    },
    { page: '我的课：更早的班', by: 'worker', calls: [['line.past', {}]] },
    {
      page: '我的班，上过很久的',
      by: 'worker',
      calls: [
        ['line.mine', {}],
        ['lesson.ofClass', { sectionId: oldSectionId }],
      ],
    },
    { page: '我的', by: 'worker', calls: [['member.me', {}]] },
    { page: '我的数据', by: 'worker', calls: [['member.data', {}]] },
    { page: '删除资料', by: 'worker', calls: [['member.eraseLook', {}]] },
    { page: '我教的班，讲师', by: 'instructor', calls: [['roll.sections', {}]] },
    { page: '我教的班，承办单位', by: 'organisation', calls: [['roll.sections', {}]] },
    { page: '我教的班：往期', by: 'organisation', calls: [['roll.past', {}]] },
    {
      page: '名单和考勤',
      by: 'instructor',
      calls: [
        ['roll.roster', { sectionId }],
        ['roll.attendance', { sectionId }],
      ],
    },
    { page: '点名', by: 'instructor', calls: [['roll.lesson', lesson]] },
    {
      page: '工作台：期次',
      by: 'staff',
      calls: [
        ['member.me', {}],
        ['staff.batches', {}],
      ],
    },
    { page: '工作台：更早的期次', by: 'staff', calls: [['staff.past', {}]] },
    {
      page: '报名现场',
      by: 'staff',
      calls: [
        ['staff.batches', {}],
        ['staff.batch', { batchId }],
      ],
    },
    { page: '报名现场：数字', by: 'staff', calls: [['staff.numbers', { batchId }]] },
    { page: '一个班', by: 'staff', calls: [['staff.line', { sectionId }]] },
    {
      page: '考勤',
      by: 'staff',
      calls: [
        ['attendance.batch', { batchId: runningId }],
        ['attendance.appeals', {}],
      ],
    },
    { page: '一次课', by: 'staff', calls: [['attendance.lesson', lesson]] },
    {
      page: '缺课和申诉',
      by: 'staff',
      calls: [
        ['attendance.appeals', {}],
        ['attendance.noShows', { strikes: 2, days: 90 }],
      ],
    },
    { page: '人员', by: 'staff', calls: [['invite.list', {}]] },
    { page: '操作记录', by: 'staff', calls: [['staff.record', {}]] },
    { page: '演练', by: 'staff', calls: [['rehearsal.last', { batchId }]] },
  ];
}
