import Taro from '@tarojs/taro';
import type { LessonId } from './state/attendance';

/** Every way from page to page, so that no address is written twice. */
const open = (url: string) => void Taro.navigateTo({ url });
const query = (params: Record<string, string | number | undefined>) =>
  Object.entries(params)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(value ?? '')}`)
    .join('&');

const answerOf = (batchId: string, sectionId: string) =>
  `/pages/answer/index?batchId=${batchId}&sectionId=${sectionId}`;

export const go = {
  home: () => void Taro.switchTab({ url: '/pages/home/index' }),
  mine: () => void Taro.switchTab({ url: '/pages/mine/index' }),
  me: () => void Taro.switchTab({ url: '/pages/me/index' }),
  batch: (batchId: string) => open(`/pages/batch/index?batchId=${batchId}`),
  section: (batchId: string, sectionId: string) =>
    open(`/pages/section/index?batchId=${batchId}&sectionId=${sectionId}`),
  answer: (batchId: string, sectionId: string) => open(answerOf(batchId, sectionId)),
  /** From the form that stood in the way of a claim: its answer takes the form's place, and is never there twice. */
  answerInstead: (batchId: string, sectionId: string) => {
    const pages = Taro.getCurrentPages();
    const below = pages[pages.length - 2]?.route ?? '';
    if (below.includes('pages/answer/')) void Taro.navigateBack();
    else void Taro.redirectTo({ url: answerOf(batchId, sectionId) });
  },
  /** All lessons of a class of mine. */
  myClass: (sectionId: string) => open(`/packages/me/class/index?sectionId=${sectionId}`),
  absences: () => open('/packages/me/absences/index'),
  checkIn: ({ code, expected }: { code?: string | undefined; expected?: LessonId | undefined }) =>
    open(`/pages/checkin/index?${query({ code, ...expected })}`),
  /** `on`: the class that I wanted to enrol in when the profile was asked for. */
  profile: (on?: { batchId: string; sectionId?: string }) =>
    open(`/packages/me/profile/index${on ? `?${query(on)}` : ''}`),
  privacy: () => open('/packages/me/privacy/index'),
  myData: () => open('/packages/me/data/index'),
  erase: () => open('/packages/me/erase/index'),
  help: (at?: 'join') => open(`/packages/me/help/index${at ? `?at=${at}` : ''}`),
  sectionsITeach: () => open('/packages/instructor/sections/index'),
  roster: (sectionId: string) => open(`/packages/instructor/roster/index?sectionId=${sectionId}`),
  roll: (sectionId: string, lessonIndex: number) =>
    open(`/packages/instructor/roll/index?sectionId=${sectionId}&lessonIndex=${lessonIndex}`),
  checkInCode: (sectionId: string, lessonIndex: number) =>
    open(`/packages/instructor/code/index?sectionId=${sectionId}&lessonIndex=${lessonIndex}`),
  /** Between the two ways to call a lesson's roll: beside each other, not on top. */
  lessonBy: (way: 'roll' | 'code', sectionId: string, lessonIndex: number) =>
    void Taro.redirectTo({
      url: `/packages/instructor/${way}/index?sectionId=${sectionId}&lessonIndex=${lessonIndex}`,
    }),
  invite: (code?: string) => open(`/packages/me/invite/index${code ? `?code=${code}` : ''}`),
  staff: () => open('/packages/staff/batches/index'),
  draft: (draftId: string) => open(`/packages/staff/draft/index?draftId=${draftId}`),
  live: (batchId: string) => open(`/packages/staff/batch/index?batchId=${batchId}`),
  staffSection: (sectionId: string) => open(`/packages/staff/section/index?sectionId=${sectionId}`),
  staffLesson: (sectionId: string, lessonIndex: number) =>
    open(`/packages/staff/lesson/index?sectionId=${sectionId}&lessonIndex=${lessonIndex}`),
  rehearsal: (batchId: string) => open(`/packages/staff/rehearsal/index?batchId=${batchId}`),
  poster: (batchId: string) => open(`/packages/staff/poster/index?batchId=${batchId}`),
  codes: (batchId: string) => open(`/packages/staff/codes/index?batchId=${batchId}`),
  noShows: () => open('/packages/staff/no-shows/index'),
  /** Between the rooms of the desk: beside each other, not on top. */
  deskRoom: (room: 'batches' | 'batch' | 'attendance' | 'people' | 'record') =>
    void Taro.redirectTo({ url: `/packages/staff/${room}/index` }),
  /** Back, or home where this page was the first. */
  back: () => (Taro.getCurrentPages().length > 1 ? void Taro.navigateBack() : go.home()),
};
