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
  SECTION_CANCELLED: '这个班已经取消，看看本期其他的班',
  DISTRICT_NOT_INVITED: '这一期只面向指定镇街的职工，请在“我的”里核对所在镇街',
  // drafts and course sheets
  DRAFT_NOT_FOUND: '这份草稿不在了，可能已经发布或删除，请回期次列表看看',
  DRAFT_CHANGED: '刚才有人改过这份草稿，请先看看新的内容再改',
  DRAFT_SECTION_NOT_FOUND: '草稿里没有这个班了，请返回重新选择',
  DRAFT_NOT_READY: '还有几处没有填好，改好就能发布',
  BAD_SECTION: '有几项没有填对，请看红字提示',
  SHEET_UNREADABLE: '这个文件读不了，请换一个再上传',
  SHEET_HAS_ERRORS: '表里还有要改的地方，一行也没有存，改好再传一次',
  // changes to what is published
  CHANGE_NOT_NOW: '现在不能这样改',
  REASON_MISSING: '请写一句原因，会记在操作记录里',
  NOTHING_CHANGES: '和现在一样，不用改',
  CAPACITY_BELOW_SEATED: '名额不能少于已经入座的人数',
  WAITLIST_BELOW_WAITING: '候补名额不能少于正在候补的人数',
  LESSON_NOT_FOUND: '没有这节课，请刷新后再选',
  LESSON_OVER: '这节课已经上完或已取消，不能再改',
  LESSON_TIME_WRONG: '上课时间不对，请重新选择',
  CLOSING_TIME_WRONG: '截止时间不对，请重新选择',
  PERSON_NOT_FOUND: '没有找到这个人，请核对姓名或手机号',
  NOT_IN_LINE: '这个人不在这个班的队伍里，可能刚刚退出',
  ALREADY_IN_LINE: '这个人已经在这个班的队伍里',
  SEATED_STAY: '已经入座的人不能挪动，只能在候补之间调整',
  FULL_FOR_STAFF: '名额和候补都满了，先增加名额或候补再加人',
  // roles
  ORGANISATION_MISSING: '请写明承办单位的名称，和课程表里一致',
  INVITE_NOT_FOUND: '没有找到这份邀请',
  INVITE_USED: '这份邀请已经用过，请到人员名单里取消身份',
  INVITE_INVALID: '邀请码不对或已经失效，请向邀请您的人再要一个',
  NO_SUCH_ROLE: '这个人现在没有这个身份，请刷新名单',
  SELF_DISMISSAL: '不能取消自己的身份，请另一位工会同事来操作',
  // the profile
  BAD_PROFILE: '有几项没有填对，请看红字提示',
} as const;

export type RefusalCode = keyof typeof REFUSALS;
