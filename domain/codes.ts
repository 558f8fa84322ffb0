/**
 * Every refusal that a person can meet: a code that states the fact, and one sentence that says what to do next.
 * A rule returns a code; the door adds the sentence; the app shows it. Sentences have no full stop: the app sets it.
 */
export const REFUSALS = {
  // the door
  UNKNOWN_ENDPOINT: '这个功能暂时没有，请更新小程序后再试',
  BAD_INPUT: '提交的内容不完整或格式不对，请返回重试',
  NO_IDENTITY: '没有认出您是谁，请在微信里重新打开',
  FORBIDDEN: '这里只对相应的工作人员开放',
  BUSY: '现在人多，您的请求没有丢，请稍等几秒再点一次',
  FAULT: '我们这边出了点问题，已经记下，请稍后再试',
  // looking things up
  BATCH_NOT_FOUND: '没有找到这一期，可能已经下架，请回首页看看',
  SECTION_NOT_FOUND: '没有找到这个班，可能已经取消，请回首页看看',
  SECTION_NOT_IN_BATCH: '这个班不在这一期里，请回到本期页面重新选择',
  // the line
  NOT_OPEN: '还没到开放时间，到点会自动亮起，不用一直点',
  CLOSED: '这一期的报名已经结束，请关注下一期',
  FULL: '名额和候补都满了，看看还有名额的班',
  PROFILE_MISSING: '请先填好姓名、手机和单位，再来候场',
  NOT_UNION_MEMBER: '这一期面向工会会员，请先在“我的”里填写会员信息，或联系单位工会',
  EMPLOYER_NOT_INVITED: '这一期只面向指定单位的职工，请看看其他期次',
  CLASH: '和您已有的班撞了时间，先退掉那一个才能报这个',
  LIMIT_REACHED: '本期能报的班已经报满，退掉一个才能再报',
  DROP_CLOSED: '已过退课截止时间，来不了请联系老师请假',
  // the profile
  BAD_PROFILE: '有几项没有填对，请看红字提示',
} as const;

export type RefusalCode = keyof typeof REFUSALS;
