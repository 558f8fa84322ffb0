/**
 * The ceilings for opening one screen. `bytes` are counted over the wire. `calls` are those requests that call a cloud
 * function.
 */
export interface Fetched {
  requests: number;
  bytes: number;
  calls: number;
}
const KB = 1024;
const FIRST: Fetched = { requests: 18, bytes: 240 * KB, calls: 5 };
const AGAIN: Fetched = { requests: 6, bytes: 12 * KB, calls: 2 };
/**
 * An instructor also fetches the rolls of today and the next one of each class, for basements. Their number depends
 * on the day.
 */
const TAUGHT: Fetched = { requests: 22, bytes: 240 * KB, calls: 9 };

/**
 * The screens that people open first: from the icon, from a card in a chat, from a notice, and the desk of the
 * staff.
 */
export interface Screen {
  label: string;
  path: string;
  /** Whose phone, by name in the sample. */
  who: string;
  /** Opened a second time, when the browser's cache and the copies on the phone are there. */
  again?: boolean;
  most: Fetched;
}

export const SCREENS: Screen[] = [
  { label: 'home, for the first time', path: 'pages/home/index', who: '周建强', most: FIRST },
  { label: 'home, again', path: 'pages/home/index', who: '周建强', again: true, most: AGAIN },
  { label: 'a batch, by a link', path: 'pages/batch/index?batchId=yc-running', who: '周建强', most: FIRST },
  { label: 'my classes, by a notice', path: 'pages/mine/index', who: '张桂兰', most: FIRST },
  { label: 'a roll, by an instructor', path: 'packages/instructor/sections/index', who: '李文秀', most: TAUGHT },
  { label: 'the desk of the staff', path: 'packages/staff/batches/index', who: '王敏', most: FIRST },
];
