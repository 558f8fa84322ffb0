/**
 * The screens whose cost is measured in the mini-program. `tap` is what a person presses on the page before (by its
 * `data-testid`, and the text in it); without it the screen is the first of a cold start.
 */
export interface Screen {
  label: string;
  /** The owner of the phone, by name in the sample. */
  who: string;
  /** The page that is opened first. */
  from: string;
  tap?: { on: string; text?: string };
  /** An element that stands on the screen once it is complete. */
  ready: string;
}

const STAFF = 'packages/staff/batches/index';

export const SCREENS: Screen[] = [
  { label: 'home, cold start', who: '周建强', from: 'pages/home/index', ready: 'hero-open' },
  { label: 'a batch', who: '周建强', from: 'pages/home/index', tap: { on: 'hero-open' }, ready: 'section-row' },
  {
    label: 'a class',
    who: '周建强',
    from: 'pages/batch/index?batchId=yc-running',
    tap: { on: 'section-row' },
    ready: 'section',
  },
  {
    label: 'the receipt',
    who: '张桂兰',
    from: 'packages/me/class/index?sectionId=yc-running-0007',
    tap: { on: 'door-seat' },
    ready: 'answer-seated',
  },
  { label: 'my classes, by a notice (cold)', who: '张桂兰', from: 'pages/mine/index', ready: 'place-row' },
  {
    label: 'the roll',
    who: '李文秀',
    from: 'packages/instructor/sections/index',
    tap: { on: 'to-roll' },
    ready: 'roll-line',
  },
  { label: 'staff: batches (cold)', who: '王敏', from: STAFF, ready: 'batch-row' },
  { label: 'staff: a release', who: '王敏', from: STAFF, tap: { on: 'batch-row' }, ready: 'staff-row' },
  { label: 'staff: attendance (cold)', who: '王敏', from: 'packages/staff/attendance/index', ready: 'sums' },
  {
    label: 'staff: codes (cold)',
    who: '王敏',
    from: 'packages/staff/codes/index?batchId=yc-running',
    ready: 'code-image',
  },
];
