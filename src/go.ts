import Taro from '@tarojs/taro';

/** Every way from page to page, so that no address is written twice. */
const open = (url: string) => void Taro.navigateTo({ url });

export const go = {
  home: () => void Taro.switchTab({ url: '/pages/home/index' }),
  mine: () => void Taro.switchTab({ url: '/pages/mine/index' }),
  me: () => void Taro.switchTab({ url: '/pages/me/index' }),
  batch: (batchId: string) => open(`/pages/batch/index?batchId=${batchId}`),
  section: (batchId: string, sectionId: string) =>
    open(`/pages/section/index?batchId=${batchId}&sectionId=${sectionId}`),
  answer: (batchId: string, sectionId: string) => open(`/pages/answer/index?batchId=${batchId}&sectionId=${sectionId}`),
  profile: () => open('/pages/profile/index'),
  help: () => open('/pages/help/index'),
  sectionsITeach: () => open('/packages/instructor/sections/index'),
  roster: (sectionId: string) => open(`/packages/instructor/roster/index?sectionId=${sectionId}`),
  invite: (code?: string) => open(`/pages/invite/index${code ? `?code=${code}` : ''}`),
  staff: () => open('/packages/staff/batches/index'),
  draft: (draftId: string) => open(`/packages/staff/draft/index?draftId=${draftId}`),
  live: (batchId: string) => open(`/packages/staff/batch/index?batchId=${batchId}`),
  staffSection: (sectionId: string) => open(`/packages/staff/section/index?sectionId=${sectionId}`),
  /** Between the rooms of the desk: beside each other, not on top. */
  deskRoom: (room: 'batches' | 'batch' | 'people' | 'record') =>
    void Taro.redirectTo({ url: `/packages/staff/${room}/index` }),
  /** Back, or home where this page was the first. */
  back: () => (Taro.getCurrentPages().length > 1 ? void Taro.navigateBack() : go.home()),
};
