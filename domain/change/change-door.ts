import type { Change } from './change';
import type { ChangeView, Effect } from './change-effect';
import { lessonsEndAt } from '../lesson/held-lessons';
import { isLecture, NO_LINE, takesAnybody } from '../lesson/lecture';
import { waitingIn } from '../line/line';
import { refuse, type Refused } from '../base/refuse';

const WORDS = { open: '不报名也能来', shut: '报了名的先来' };

/**
 * Opens a lecture to people who have not signed up (不报名也能来), or no longer. Nobody is told: whoever has a seat is let
 * in either way, and nobody knows who else meant to come. A waiting list goes only while nobody is in it, because people
 * who wait would be passed by people who just come.
 */
export function changeDoor(
  { now, section }: ChangeView,
  { open }: Extract<Change, { kind: 'openDoor' }>,
): Effect | Refused<'NOTHING_CHANGES' | 'CHANGE_NOT_NOW'> {
  if (!isLecture(section)) return refuse('CHANGE_NOT_NOW', { text: '只有讲座能不报名就来' });
  if (open === takesAnybody(section)) return refuse('NOTHING_CHANGES');
  if (now >= lessonsEndAt(section.lessons)) return refuse('CHANGE_NOT_NOW', { text: '讲座已经结束，不能再改' });
  const waiting = waitingIn(section);
  if (open && waiting > 0)
    return refuse('CHANGE_NOT_NOW', { text: `${NO_LINE}，现在有 ${waiting} 人在候补；先加名额让他们入座，再来改` });
  const [before, after] = open ? [WORDS.shut, WORDS.open] : [WORDS.open, WORDS.shut];
  const endsLine = open && section.waitlistLimit > 0;
  return {
    summary: `入场由${before}改为${after}${endsLine ? `，不再设候补（原来 ${section.waitlistLimit} 个）` : ''}`,
    before,
    after,
    section: { walkInFrom: open ? 0 : undefined, ...(endsLine ? { waitlistLimit: 0 } : {}) },
    tell: [],
    affected: [],
    warnings: open ? [] : ['已经看到“不报名也能来”的人，系统不知道是谁，通知不到；贴出去的海报请换掉'],
  };
}
