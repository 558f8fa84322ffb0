import type { Notice, NoticeKind } from '../model';

/**
 * What happened, in at most 20 characters: the heading of a notice in the inbox and the words in the phone's message.
 */
const NOTICE_WORDS: Record<NoticeKind, string> = {
  PROMOTED: '候补已转为正式名额',
  LESSON_MOVED: '有一次课改了时间',
  LESSON_ADDED: '加了一次课',
  LESSON_CANCELLED: '有一次课取消了',
  SECTION_CANCELLED: '这个班取消了，名额已退还',
  PLACE_CHANGED: '上课地点改了',
  INSTRUCTOR_CHANGED: '讲师改了',
  BRING_CHANGED: '要带的东西改了',
  SUBSTITUTE: '有一次课换了人上',
  STANDS_IN: '代课安排',
  MESSAGE: '给全班的通知',
  ADDED: '工作人员把您加入了这个班',
  MOVED: '候补次序有调整',
  REMOVED: '工作人员把您移出了这个班',
  LENT: '有课空出座位，留给您了',
  APPEAL_ANSWERED: '工会答复了您的申诉',
  OPENING: '您关注的一期快开放了',
  TOMORROW: '快要第一次上课了',
  NEXT_LESSON: '要上课了，别忘了',
  WISH_OPENS: '您想学的课要开班了',
  ROOM_AGAIN: '您等的班有空位了',
  ASKED: '工会问能不能承办',
  ASK_ANSWERED: '能不能承办，有答复了',
  RATING_OPENS: '课上完了，请您评一评',
  LONG_AWAY: '很久没见，您的资料快到期了',
};

/** Those that differ at a lecture. */
const AT_A_LECTURE: Partial<Record<NoticeKind, string>> = {
  LESSON_MOVED: '讲座改了时间',
  LESSON_ADDED: '讲座加了一场',
  LESSON_CANCELLED: '这一场取消了',
  SECTION_CANCELLED: '讲座取消了，名额已退还',
  PLACE_CHANGED: '讲座换了地点',
  INSTRUCTOR_CHANGED: '主讲换了人',
  SUBSTITUTE: '主讲换了人',
  STANDS_IN: '代讲安排',
  MESSAGE: '给听众的通知',
  ADDED: '工作人员给您报了名',
  REMOVED: '工作人员退了您的名额',
  TOMORROW: '讲座就要开始了',
  ROOM_AGAIN: '您等的讲座有空位了',
  RATING_OPENS: '讲座听完了，请您评一评',
};

export const noticeWords = ({ kind, lecture }: Pick<Notice, 'kind' | 'lecture'>): string =>
  (lecture && AT_A_LECTURE[kind]) || NOTICE_WORDS[kind];
