import type { CourseLoop } from '../../../../domain/api';
import { lastOf } from '../../../../domain/base/last-of';
import type { Next } from '../../../../domain/loop/loop';
import { go } from '../../../app/way/go';

interface Act {
  word: string;
  go: () => void;
}

/** The words of a next step, and the way to where it is done. */
function actOf(next: Next): Act {
  switch (next.do) {
    case 'poster':
      return { word: '看愿望', go: () => go.deskRoom('wishes') };
    case 'answer':
      return { word: '答复', go: () => go.wishDesk(next.wishId) };
    case 'menu':
      return { word: '从菜单里挑', go: () => go.menuDesk({ wishId: next.wishId }) };
    case 'name':
      return { word: '定老师', go: () => go.draft(next.draftId) };
    case 'ask':
      return { word: '再问一声', go: () => go.draft(next.draftId) };
    case 'publish':
      return { word: '去发布', go: () => go.publishing(next.draftId) };
    case 'instructor':
      return { word: '写老师', go: () => go.live(next.batchId) };
    case 'rehearse':
      return { word: '放号演练', go: () => go.rehearsal(next.batchId) };
    case 'live':
      return { word: '报名现场', go: () => go.live(next.batchId) };
    case 'close':
      return { word: '确认考勤', go: () => go.deskRoom('attendance') };
    case 'ratings':
      return { word: '看评价', go: () => go.deskRoom('ratings') };
    case 'again':
      return { word: '照往期再办', go: go.staff };
  }
}

/** What to do next for a course: at the stage where it stands, or after the last. */
export function nextActOf({ stages }: Pick<CourseLoop, 'stages'>): Act | undefined {
  const next = (stages.find(({ state }) => state === 'now') ?? lastOf(stages))?.next;
  return next ? actOf(next) : undefined;
}
