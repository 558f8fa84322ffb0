/** The screens that somebody opens first: from the icon, from a card in a chat, from a notice; and the desk of the staff. */
export interface Screen {
  label: string;
  path: string;
  /** Whose phone, by name in the sample. */
  who: string;
  /** Opened a second time: the browser's cache and the copies on the phone are there. */
  again?: boolean;
}

export const SCREENS: Screen[] = [
  { label: 'home, for the first time', path: 'pages/home/index', who: '周建强' },
  { label: 'home, again', path: 'pages/home/index', who: '周建强', again: true },
  { label: 'a batch, by a link', path: 'pages/batch/index?batchId=yc-running', who: '周建强' },
  { label: 'my classes, by a notice', path: 'pages/mine/index', who: '张桂兰' },
  { label: 'a roll, by an instructor', path: 'packages/instructor/sections/index', who: '李文秀' },
  { label: 'the desk of the staff', path: 'packages/staff/batches/index', who: '王敏' },
];
