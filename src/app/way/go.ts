import Taro from '@tarojs/taro';
import type { LessonId } from '../known/attendance';
import { say } from '../page/said';
import { hasEarlier, leave, toEarlier } from './history';
import { addresses } from './pages';
import { addressOf, pageAbove, type Values } from '../../../domain/link/routes';
import { wayTo } from './way-to';

/** Every way from page to page. */
interface How {
  /** Replaces the visible page. */
  beside?: boolean;
}

function open(url: string, { beside = false }: How = {}): void {
  const way = wayTo(addresses(), url, beside);
  switch (way.by) {
    case 'stay':
      return leave(() => undefined);
    case 'back':
      return leave(
        () => void taken([() => Taro.navigateBack({ delta: way.pages }), () => Taro.redirectTo({ url })]),
        GONE,
      );
    case 'tab':
      return leave(() => void taken([() => Taro.switchTab({ url }), () => Taro.reLaunch({ url })]), GONE);
    case 'replace':
      return leave(() => void taken([() => Taro.redirectTo({ url }), () => Taro.reLaunch({ url })]), GONE);
    case 'push':
      return leave(() => void taken([() => Taro.navigateTo({ url }), () => Taro.redirectTo({ url })]));
  }
}

/** The page is left for good, and its steps with it. */
const GONE = { steps: true };

/**
 * Takes the first way that WeChat does not refuse. It refuses if too many pages lie on each other, and if the package
 * of a page cannot be loaded. If no way is left, the person is told: no button is silently dead.
 */
async function taken(ways: (() => Promise<unknown>)[]): Promise<void> {
  for (const way of ways) {
    const refused = await way().then(
      () => undefined,
      (error: unknown) => ({ error }),
    );
    if (!refused) return;
    console.warn('A way was refused.', refused.error);
  }
  say({ text: '这一页没能打开，请看看网络，再点一次' });
}

const ROOM = {
  todo: 'todo',
  week: 'week',
  batches: 'staff',
  batch: 'live',
  attendance: 'attendance',
  wishes: 'wishDesk',
  ratings: 'ratingDesk',
  loop: 'loopDesk',
  report: 'report',
  people: 'people',
  record: 'record',
} as const;
type Room = keyof typeof ROOM;

export const go = {
  home: () => open(addressOf('home', {})),
  mine: () => open(addressOf('mine', {})),
  me: () => open(addressOf('me', {})),
  batch: (batchId: string) => open(addressOf('batch', { batchId })),
  section: (batchId: string, sectionId: string) => open(addressOf('section', { batchId, sectionId })),
  answer: (batchId: string, sectionId: string) => open(addressOf('answer', { batchId, sectionId })),
  /** After the form that interrupted a claim: the answer replaces the form, and never stands on the stack twice. */
  answerInstead: (batchId: string, sectionId: string) =>
    open(addressOf('answer', { batchId, sectionId }), { beside: true }),
  /** All lessons of a class of mine. */
  myClass: (sectionId: string) => open(addressOf('myClass', { sectionId })),
  wishes: () => open(addressOf('wishes', {})),
  /** To the form, with the stars that were tapped on the way. */
  rate: (sectionId: string, stars: number) => open(addressOf('rate', { sectionId, stars })),
  notices: () => open(addressOf('notices', {})),
  certificate: (sectionId: string) => open(addressOf('certificate', { sectionId })),
  certificates: () => open(addressOf('certificates', {})),
  checkCertificate: (code?: string) => open(addressOf('checkCertificate', { code })),
  absences: () => open(addressOf('absences', {})),
  checkIn: ({ code, expected }: { code?: string | undefined; expected?: LessonId | undefined }) =>
    open(addressOf('checkin', { code, ...expected })),
  /** `on`: the class that I wanted to enrol in when the profile was asked for. */
  profile: (on: { batchId?: string; sectionId?: string } = {}) => open(addressOf('profile', on)),
  declaration: (on: { batchId?: string; sectionId?: string } = {}) => open(addressOf('declaration', on)),
  privacy: () => open(addressOf('privacy', {})),
  myData: () => open(addressOf('myData', {})),
  erase: () => open(addressOf('erase', {})),
  help: (at?: 'join') => open(addressOf('help', { at })),
  sectionsITeach: () => open(addressOf('teaching', {})),
  menu: (at?: 'items') => open(addressOf('menu', { at })),
  roster: (sectionId: string) => open(addressOf('roster', { sectionId })),
  roll: (sectionId: string, lessonIndex: number) => open(addressOf('roll', { sectionId, lessonIndex })),
  checkInCode: (sectionId: string, lessonIndex: number) => open(addressOf('code', { sectionId, lessonIndex })),
  invite: (code?: string) => open(addressOf('invite', { code })),
  /** 待办, staff's first page. */
  desk: () => open(addressOf('todo', {})),
  staff: () => open(addressOf('staff', {})),
  draft: (draftId: string, how?: How) => open(addressOf('draft', { draftId }), how),
  /** The last step of a draft. */
  publishing: (draftId: string) => open(addressOf('draft', { draftId, step: 2 })),
  /** Opens a new draft, which is stored only once something is in it. */
  newDraft: (draftId: string) => open(addressOf('draft', { draftId, made: 'no' })),
  live: (batchId: string, how?: How) => open(addressOf('live', { batchId }), how),
  /** From the draft to the batch that it became, with what has to be done next. */
  published: (batchId: string) => open(addressOf('live', { batchId, published: 'yes' }), { beside: true }),
  staffSection: (batchId: string, sectionId: string) => open(addressOf('staffSection', { batchId, sectionId })),
  graduates: (batchId: string, sectionId: string) => open(addressOf('graduates', { batchId, sectionId })),
  staffLesson: (sectionId: string, lessonIndex: number) => open(addressOf('staffLesson', { sectionId, lessonIndex })),
  rehearsal: (batchId: string) => open(addressOf('rehearsal', { batchId })),
  draftRehearsal: (draftId: string) => open(addressOf('rehearsal', { batchId: draftId, draftId })),
  poster: (batchId: string) => open(addressOf('poster', { batchId })),
  codes: (batchId: string) => open(addressOf('codes', { batchId })),
  /** @param to the wish that something is looked for, or the draft that takes it in */
  menuDesk: (to: { wishId?: string; draftId?: string } = {}) => open(addressOf('menuDesk', to)),
  /** With this wish open. */
  wishDesk: (wishId: string) => open(addressOf('wishDesk', { wishId })),
  noShows: () => open(addressOf('noShows', {})),
  /** Between the rooms of the desk, which replace each other instead of piling up. */
  deskRoom: (room: Room) => open(addressOf(ROOM[room], {}), { beside: true }),
  /** @param known what the page knows about itself beyond its address. */
  back: (known: Values = {}) => {
    const pages = addresses();
    if (pages.length > 1) {
      const above = pageAbove(pages[pages.length - 1] ?? '', known);
      return leave(() => void taken([() => Taro.navigateBack(), () => Taro.reLaunch({ url: above })]), GONE);
    }
    // After a reload the browser still has the way by which the page was reached.
    if (hasEarlier()) return leave(toEarlier, GONE);
    open(pageAbove(pages[0] ?? '', known), { beside: true });
  },
};
