/** How adding to the phone's calendar ended. */
export type CalendarOutcome =
  /** `left`: still to be added another time. `moved`: some lessons are in the calendar at their old time, too. */
  | { kind: 'added'; added: number; left: number; moved: boolean }
  /** The browser has the file. */
  | { kind: 'file' }
  /** The person or the phone does not allow it. */
  | { kind: 'denied'; added: number }
  | { kind: 'failed'; added: number };

export function calendarWords(outcome: CalendarOutcome): string {
  switch (outcome.kind) {
    case 'file':
      return '日历文件下载好了，打开它就能加进手机日历。改了时间，再下载一次。';
    case 'denied':
      return `${soFar(outcome.added)}手机没有允许添加日历。点“去设置”打开“添加到系统日历”，再加一次。`;
    case 'failed':
      return `${soFar(outcome.added)}后面的没有加成，请再点一次，加过的不会重复。`;
    case 'added':
      return [
        outcome.added > 0 ? `已加 ${outcome.added} 次，提前 1 小时提醒。` : '都已经在手机日历里了。',
        outcome.left > 0 ? `还有 ${outcome.left} 次，再点一次接着加。` : '',
        outcome.moved ? '改过时间的，旧的那条请在手机日历里删掉。' : '',
      ].join('');
  }
}

const soFar = (added: number) => (added > 0 ? `已加 ${added} 次。` : '');
