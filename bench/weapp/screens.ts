/**
 * The screens whose cost is measured in the mini-program. `tap` is what a person presses on the page before (by its
 * `data-testid`, and the text in it); without it the screen is the first of a cold start.
 */
export interface Screen {
  label: string;
  /** Whose phone, by name in the sample. */
  who: string;
  /** The page that is opened first. */
  from: string;
  tap?: { on: string; text?: string };
  /** What stands on the screen once it is complete. */
  ready: string;
}

const STAFF = 'packages/staff/batches/index';

export const SCREENS: Screen[] = [
  { label: '首页，冷启动', who: '周建强', from: 'pages/home/index', ready: 'hero-open' },
  { label: '一期的班级', who: '周建强', from: 'pages/home/index', tap: { on: 'hero-open' }, ready: 'section-row' },
  {
    label: '班级',
    who: '周建强',
    from: 'pages/batch/index?batchId=yc-running',
    tap: { on: 'section-row' },
    ready: 'section',
  },
  {
    label: '回执',
    who: '张桂兰',
    from: 'packages/me/class/index?sectionId=yc-running-0007',
    tap: { on: 'door-seat' },
    ready: 'answer-seated',
  },
  { label: '我的课，由通知打开', who: '张桂兰', from: 'pages/mine/index', ready: 'place-row' },
  {
    label: '点名',
    who: '李文秀',
    from: 'packages/instructor/sections/index',
    tap: { on: 'to-roll' },
    ready: 'roll-line',
  },
  { label: '工会：期次', who: '王敏', from: STAFF, ready: 'batch-row' },
  { label: '工会：报名现场', who: '王敏', from: STAFF, tap: { on: 'batch-row' }, ready: 'staff-row' },
  {
    label: '工会：考勤',
    who: '王敏',
    from: STAFF,
    tap: { on: 'room-attendance' },
    ready: 'sums',
  },
  {
    label: '工会：小程序码',
    who: '王敏',
    from: 'packages/staff/codes/index?batchId=yc-running',
    ready: 'code-image',
  },
];
