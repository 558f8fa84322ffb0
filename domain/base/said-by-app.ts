/**
 * The refusals that the app says by itself, because nothing answered or the phone knows already. All others arrive from
 * the server in words, so the main package does not carry them (`codes.ts`).
 */
export const SAID_BY_APP = {
  BUSY: '现在人多，您的请求没有丢，请稍等几秒再点一次',
  FAULT: '我们这边出了点问题，已经记下，请稍后再试',
  UPGRADING: '系统正在升级，请过几分钟再点一次，点几次都只算一次',
  STOPPED: '系统现在停用，请联系区总工会，恢复以后再点一次，已有的座位不会丢',
  FULL: '名额和候补都满了，看看还有名额的班',
  PROFILE_MISSING: '请填好姓名、手机和单位，填好马上替您报',
  MEMBERSHIP_UNSAID: '这一期只面向会员，请先说明您是不是会员',
  NOT_UNION_MEMBER: '这一期只面向会员，是会员的话，改一下资料就能报',
  EMPLOYER_NOT_INVITED: '这一期只面向指定单位的职工，请看看其他期次',
  DISTRICT_NOT_INVITED: '这一期只面向指定镇街的职工，请在“我的”里核对所在镇街',
  CODE_UNREADABLE: '这不是签到码，请扫老师手机上的码',
} as const;
