import { dayKey, timeText } from '../../../domain/base/clock';
import { isDecided } from '../../../domain/base/fate';
import type { Refused } from '../../features/lesson/check-in';

/** What a person who was not checked in is told, and what they can do. */
export interface RefusalWords {
  title: string;
  text: string;
  /** again: scan or type once more. scan: typing is no longer possible. mine: nothing can be done here. */
  next: 'again' | 'scan' | 'mine';
}

const TITLES: Partial<Record<Refused['code'], string>> = {
  CODE_UNREADABLE: '这不是签到码',
  CODE_OLD: '码已经换了',
  CODE_FROM_FUTURE: '这个码还没生效',
  NUMBER_WRONG: '数字不对',
  FAULT: '我们这边出了点问题',
  UPGRADING: '系统正在升级',
  STOPPED: '系统现在停用',
  NO_LESSON_NOW: '现在没有要签到的课',
  LESSON_ENDED: '这一次已经结束',
  LESSON_CANCELLED: '这一次取消了',
  SEAT_LENT: '座位借出去了',
  CHECK_IN_UNDONE: '这次签到被撤回了',
  MARKED_ABSENT: '老师已记缺课',
  MARKED_LEAVE: '老师已记请假',
  ROLL_CLOSED: '这一次的考勤已经确认',
  NO_FREE_SEAT: '没有空位了',
};

/** Another code may be taken, or the right one. */
const AGAIN: ReadonlySet<Refused['code']> = new Set<Refused['code']>([
  'CODE_UNREADABLE',
  'CODE_OLD',
  'CODE_FROM_FUTURE',
  'NUMBER_WRONG',
  'WRONG_LESSON',
]);

export function refusalWords(refusal: Refused): RefusalWords {
  const next = AGAIN.has(refusal.code) || !isDecided(refusal) ? 'again' : 'mine';
  const text = `${refusal.message}。`;
  switch (refusal.code) {
    case 'CHECK_IN_TOO_EARLY': {
      const { title, from } = refusal.details;
      return { title: '还没到签到时间', text: `${title}${clock(from, refusal.now)} 起可以签到，到时再扫一次。`, next };
    }
    case 'NOT_IN_SECTION':
      return {
        title: `您不在${refusal.details.title}的名单里`,
        text: '走错了教室，就去自己的班扫码。想进这个班听课，等开课一阵，还有空位再扫一次就能进。',
        next,
      };
    case 'WRONG_LESSON':
      return { title: `这是${refusal.details.title}的码`, text: '请到自己的班，扫自己老师手机上的码。', next };
    case 'WALK_IN_TOO_EARLY':
      return {
        title: '还没到补位的时候',
        text: `座位先等报上的人。${clock(refusal.details.from, refusal.now)} 起还有空位，再扫一次就能进。`,
        next,
      };
    case 'LINE_FIRST':
      return {
        title: '空位先留给候补的人',
        text: `${clock(refusal.details.from, refusal.now)} 起还有空位，再扫一次就能进。`,
        next,
      };
    case 'MARKED_ABSENT':
    case 'MARKED_LEAVE':
      return {
        title: TITLES[refusal.code] ?? '',
        text: `请让老师看一下这一页。老师的名单上看得到您${clock(refusal.now, refusal.now)} 扫过码，点一下“认可扫码”就行。`,
        next,
      };
    case 'NUMBER_TRIES_UP':
      return { title: '数字试得太多了', text: '请扫老师手机上的码，或请老师直接点名。', next: 'scan' };
    case 'BUSY':
      return { title: '请稍等一会儿', text: `${waitWords(refusal.details.retryAfterMs)}再试一次，不用一直点。`, next };
    default:
      return { title: TITLES[refusal.code] ?? '没有签上', text, next };
  }
}

/** `19:00`; with the day if it is another day. */
const clock = (at: number, now: number): string => {
  const [, month = '', day = ''] = dayKey(at).split('-');
  return dayKey(at) === dayKey(now) ? timeText(at) : `${Number(month)}月${Number(day)}日 ${timeText(at)}`;
};

const waitWords = (ms: number): string => `${Math.max(1, Math.ceil(ms / 1_000))} 秒后`;
