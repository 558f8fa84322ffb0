import { aboutNobody, collection } from '../base/collection';
import { DAY } from '../base/clock';
import { facts } from '../base/own-fact';
import { pathsOf, peopleOf } from '../line/entry';
import type { Consents, Follow, MessageTrouble, Notice, Outgoing } from '../model';
import type { ClassFollow } from './class-follow';
import { noticeWords } from './notice-words';

const YEAR = 365 * DAY;

const CONSENT_WORDS: Record<string, string> = { promoted: '候补递补', changed: '课程变动', opening: '开放提醒' };
const PUSH_WORDS = {
  due: '待发',
  sending: '正在发',
  sent: '已发到微信',
  refused: '微信没有收下',
  unasked: '没有同意过',
  failed: '没发成',
  unknown: '发了，不知道到没到',
  stale: '来不及了，没发',
} as const;

export const TELLING_COLLECTIONS = {
  notices: collection<Notice>()({
    indexes: [
      { name: 'memberId-createdAt', on: { memberId: 1, createdAt: -1 } },
      { name: 'attendeeId', on: { attendeeId: 1 } },
      { name: 'sectionId-kind', on: { sectionId: 1, kind: 1 } },
      { name: 'push-notBefore', on: { 'push.state': 1, 'push.notBefore': 1 } },
    ],
    holds: {
      title: '通知',
      what: '发给您的通知，读了没有，微信消息发出去没有',
      why: '告诉您递补、改时间、取消和答复',
      seenBy: '本人',
      kept: '1 年',
      erased: '删除',
    },
    about: ['memberId', 'attendeeId'],
    removedByErasure: true,
    kept: { ms: YEAR, since: 'createdAt' },
    rows: (one, told) => [
      facts({
        时间: one.createdAt,
        通知: noticeWords(one),
        班: one.title || told.classOf(one.sectionId),
        内容: one.text,
        读过: one.readAt ?? '还没读',
        微信消息: one.push && PUSH_WORDS[one.push.state],
      }),
    ],
  }),
  outbox: collection<Outgoing>()({
    indexes: [{ name: 'doneAt-createdAt', on: { doneAt: 1, createdAt: 1 } }],
    holds: {
      title: '待发的通知',
      what: '正要发给谁',
      why: '系统中断了也能接着通知到',
      seenBy: '没有人看；程序用',
      kept: '30 天',
      erased: '删除',
    },
    about: ['to.memberId', 'to.attendeeId', ...pathsOf('dropping.entry'), ...pathsOf('dropping.before')],
    kept: { ms: 30 * DAY, since: 'createdAt', done: true },
    rows: (one, { memberId }) => [
      facts({
        时间: one.createdAt,
        通知:
          one.dropping && peopleOf(one.dropping.entry).includes(memberId)
            ? '您退出的座位，正要告诉下一位'
            : noticeWords(one),
        班: one.title,
        发完: one.doneAt ?? '正在发',
      }),
    ],
  }),
  consents: collection<Consents>()({
    indexes: [],
    holds: {
      title: '微信消息的同意',
      what: '每种消息您同意过几次还没用掉',
      why: '同意一次发一条',
      seenBy: '本人',
      kept: '最后一次同意之后 1 年',
      erased: '删除',
    },
    about: ['_id'],
    removedByErasure: true,
    kept: { ms: YEAR, since: 'at' },
    rows: one => [
      ...Object.entries(one.left).map(([kind, left]) =>
        facts({ 消息: CONSENT_WORDS[kind] ?? kind, 还可以发: `${left} 条` }),
      ),
      ...(one.at ? [facts({ 最近同意: one.at })] : []),
    ],
  }),
  follows: collection<Follow>()({
    indexes: [
      { name: 'batchId-toldFor', on: { batchId: 1, toldFor: 1 } },
      { name: 'memberId', on: { memberId: 1 } },
    ],
    holds: {
      title: '开放前提醒',
      what: '哪几期您点了“开放前提醒我”',
      why: '快开放时告诉您',
      seenBy: '本人；工会工作人员只看到人数',
      kept: '开放之后 1 天；一直没有开放的 1 年。随时可以取消',
      erased: '删除',
    },
    about: ['memberId'],
    removedByErasure: true,
    kept: { ms: YEAR, since: 'at' },
    rows: (one, told) => [facts({ 开放前提醒我: told.batchOf(one.batchId) ?? one.batchId, 点下: one.at })],
  }),
  classFollows: collection<ClassFollow>()({
    indexes: [{ name: 'people', on: { 'people.memberId': 1 } }],
    holds: {
      title: '有空位时告诉我',
      what: '哪些满了的班您点了“告诉我”，什么时候点的',
      why: '空出位置时告诉您',
      seenBy: '本人；别人看不到',
      kept: '到告诉了您、您进了这个班的队伍、这个班报名截止或取消为止。随时可以取消',
      erased: '删除',
    },
    about: ['people.memberId'],
    rows: ({ sectionId, people }, { memberId, classOf }) =>
      people
        .filter(one => one.memberId === memberId)
        .map(({ at }) => facts({ 有空位时告诉我: classOf(sectionId) ?? sectionId, 点下: at })),
  }),
  troubles: collection<MessageTrouble>()({
    indexes: [],
    holds: null,
    ...aboutNobody,
  }),
};
