import { DAY } from './clock';

/**
 * The one declaration of what is kept about people: what it is, what for, who sees it, how long. The privacy page of the
 * app, docs/隐私.md, what a person sees and exports, and the nightly job all go by it. One entry a collection, or `null`
 * where nothing in it is about a person; a collection that is not named here fails its test.
 */
export interface Holding {
  /** As people call it. */
  title: string;
  what: string;
  why: string;
  seenBy: string;
  /** How long, in words. */
  kept: string;
  /** What an erasure makes of it. */
  erased: string;
}

const YEAR = 365 * DAY;

/** How long, for the nightly job (`cloudfunctions/retire`). The words below say the same. */
export const KEPT_MS = {
  notices: YEAR,
  outbox: 30 * DAY,
  consents: YEAR,
  follows: YEAR,
  /** Who was told of an opening need not be remembered for it. */
  told: DAY,
  invites: YEAR,
  tallies: YEAR,
  rehearsals: YEAR,
  checks: YEAR,
  /** From an act in office on, whoever did it stays named, also after an erasure. */
  office: 3 * YEAR,
  /** After the last lesson of its batch, the people of a class lose their names. */
  classes: 3 * YEAR,
  /** Without a sign of life a member is told that the data goes … */
  members: 3 * YEAR,
  /** … and so long after that it does. */
  warned: 30 * DAY,
} as const;

export const HOLDINGS = {
  members: {
    title: '我的资料',
    what: '姓名、手机号、工作单位、所在镇街（选填）、是不是工会会员；工作人员和讲师另有身份；微信给的用户编号（OPENID）',
    why: '核对报名资格，签到点名，开课前联系您',
    seenBy: '本人、工会工作人员；您的讲师和承办单位看到姓名、单位和隐去中间四位的手机号',
    kept: '到您删除为止；三年没有报名也没有改过资料的，先通知，30 天后删除',
    erased: '当场删除',
  },
  standings: {
    title: '候场和占位',
    what: '哪几期核对过资格、占了几个位置、退过哪些班；输过签到数字的最近几个时刻（最多 10 个）；微信认为像机器的账号，另记着点慢些到几时',
    why: '每人上限和撞时间，先来后到不出错，签到数字猜不出来',
    seenBy: '本人；别人看不到',
    kept: '和对应的期次一样久',
    erased: '删除',
  },
  sections: {
    title: '座位和候补',
    what: '在哪个班、第几个、什么时候排上的、有没有晚退；上过课以后离开的，什么时候离开。放号前后几分钟，满了的班另在公开的公示榜上列出队里各人的代号：每期一换、打乱次序，只有本人的手机认得出自己那一个',
    why: '座位归谁，候补轮到谁',
    seenBy: '本人、工会工作人员、这个班的讲师和承办单位',
    kept: '这一期最后一次课之后 3 年，到期去掉人，只留人数',
    erased: '没上完的班按退课处理；上完的只留一个不知道是谁的座位',
  },
  rolls: {
    title: '签到、请假和缺课',
    what: '每次课到没到、几点签到、请假和理由、借座补位、缺课和申诉；您打开位置时，离教室大约多少米；讲师出示签到码时打开位置的，教室大概在哪里',
    why: '点名，算到课率，缺课的后果和申诉',
    seenBy: '本人、这个班的讲师、工会工作人员；承办单位看得到到没到，看不到理由和距离',
    kept: '这一期最后一次课之后 3 年，到期去掉人，只留人数',
    erased: '去掉人，只留到课人数；请假理由、申诉、位置删除',
  },
  notices: {
    title: '通知',
    what: '发给您的通知，读了没有，微信消息发出去没有',
    why: '告诉您递补、改时间、取消和答复',
    seenBy: '本人',
    kept: '1 年',
    erased: '删除',
  },
  outbox: {
    title: '待发的通知',
    what: '正要发给谁',
    why: '系统中断了也能接着通知到',
    seenBy: '没有人看；程序用',
    kept: '30 天',
    erased: '删除',
  },
  consents: {
    title: '微信消息的同意',
    what: '每种消息您同意过几次还没用掉',
    why: '同意一次发一条',
    seenBy: '本人',
    kept: '最后一次同意之后 1 年',
    erased: '删除',
  },
  follows: {
    title: '开放前提醒',
    what: '哪几期您点了“开放前提醒我”',
    why: '快开放时告诉您',
    seenBy: '本人；工会工作人员只看到人数',
    kept: '开放之后 1 天；一直没有开放的 1 年。随时可以取消',
    erased: '删除',
  },
  record: {
    title: '操作记录里和我有关的',
    what: '工会或讲师对您的座位、考勤、身份做过什么，什么时候，为什么；工会工作人员哪天查看过您报了哪些班；您自己作为工作人员、讲师、承办单位做过什么',
    why: '每一次改动有据可查',
    seenBy: '工会工作人员；和本人有关的，本人也看得到',
    kept: '按工会的档案规定',
    erased:
      '这件事留下，名字和编号去掉；只关系到您的原因是工作人员写的原话，一起删掉，还关系到别人的等最后一位删除时删。您担任工作人员、讲师、承办单位时做的事，编号当场去掉，名字从做的那天起留 3 年',
  },
  invites: {
    title: '身份邀请',
    what: '邀请谁做讲师、承办单位或工作人员，谁用了',
    why: '身份从哪里来',
    seenBy: '工会工作人员',
    kept: '过期之后 1 年',
    erased: '去掉名字和编号',
  },
  rehearsals: {
    title: '放号演练',
    what: '哪位工作人员做的',
    why: '知道问谁',
    seenBy: '工会工作人员',
    kept: '1 年',
    erased: '去掉名字和编号',
  },
  waivers: {
    title: '不记缺课的日子',
    what: '哪位工作人员定的',
    why: '有据可查',
    seenBy: '工会工作人员',
    kept: '按工会的档案规定',
    erased: '去掉编号',
  },
  tallies: {
    title: '没排上的人数统计',
    what: '每期没排上的人各一个 8 位代号，只用来数人头，没有名字',
    why: '算出下一期该加多少名额',
    seenBy: '工会工作人员只看到人数',
    kept: '这一期最后一次课之后 1 年',
    erased: '换成别的代号',
  },
  erasures: {
    title: '删除申请',
    what: '什么时候申请删除；删除之后 90 天内只留：来过没有，还在计的缺课是哪几天；上过课、考勤还没确认的班，另留您在那个班的代号，确认或过了时限就删',
    why: '把没删完的接着删完；不让人靠删除重来抹掉缺课、冒充第一次来',
    seenBy: '没有人看；程序用',
    kept: '删完之后最多 90 天',
    erased: '到期自动删除',
  },
  batches: null,
  drafts: null,
  checks: null,
  links: null,
  troubles: null,
} as const satisfies Record<string, Holding | null>;
