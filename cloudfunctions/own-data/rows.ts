import { dateText, timeText } from '../../domain/clock';
import type { OwnFact } from '../../domain/contract';
import type { RecordEntry } from '../../domain/model';
import { peopleIn } from '../../domain/rules/anonymous-entry';
import { NOTICE_WORDS } from '../../domain/rules/notice-words';
import { MEMBERSHIP_WORDS, membershipOf } from '../../domain/rules/membership';
import { placeOf } from '../../domain/rules/place';
import { ROLE_WORDS } from '../../domain/rules/role-words';
import { partsOfEntry, sentenceOf } from '../../domain/rules/said';
import { titleOf } from '../../domain/rules/title';
import type { CollectionName, Collections } from '../db/database';
import { classOf, facts, type Told } from './facts';
import { rollRows } from './roll-rows';

type Rows<N extends CollectionName> = (document: Collections[N], told: Told) => OwnFact[][];

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

function membershipText(member: Collections['members']): string {
  const said = membershipOf(member);
  return said ? MEMBERSHIP_WORDS[said] : '没有问过';
}

/** The sentence of an entry as one of the people in it may read it: whoever else is in it stays unnamed. */
const sentenceFor = (entry: RecordEntry, memberId: string): string =>
  sentenceOf(
    partsOfEntry(entry).map(part =>
      typeof part === 'string' || part.memberId === memberId ? part : { ...part, name: '另一位' },
    ),
  );

/** A reason that concerns several people may speak of the others. */
const reasonFor = (entry: RecordEntry): string | undefined => (peopleIn(entry).length === 1 ? entry.reason : undefined);

/** What a document says about one person, in words. Nothing of anybody else. */
export const ROWS: { [N in CollectionName]: Rows<N> } = {
  members: one => [
    facts({
      姓名: one.name,
      手机号: one.phone,
      单位: one.employer,
      镇街: one.district,
      工会会员: membershipText(one),
      身份: one.roles.map(role => ROLE_WORDS[role]).join('、'),
      讲师姓名: one.instructorName,
      讲师所属单位: one.instructorFor?.join('、'),
      承办单位: one.organisation,
      微信用户编号: one.openid,
      填写时间: one.createdAt,
      最近修改: one.updatedAt,
    }),
  ],
  standings: (one, told) => [
    ...[...one.holds]
      .reverse()
      .map(hold => facts({ 期次: told.batches.get(hold.batchId), 占位: classOf(told, hold.sectionId), 时间: hold.at })),
    ...Object.entries(one.batches).map(([batchId, { settledAt, count, later, left = {} }]) =>
      facts({
        期次: told.batches.get(batchId) ?? batchId,
        核对资格: settledAt > 0 ? settledAt : '资料改过，下次重新核对',
        占了几个位置: `${count} 个`,
        退过的班: Object.keys(left)
          .map(sectionId => classOf(told, sectionId) ?? sectionId)
          .join('、'),
        先后: later
          ? '不是第一次来，或缺课较多，晚几分钟报名'
          : one.first?.includes(batchId)
            ? '和第一次来的人一起报名'
            : undefined,
      }),
    ),
    ...(one.numberTries ?? []).map(at => facts({ 输过签到数字: at })),
    ...(one.narrowUntil === undefined
      ? []
      : [facts({ 点得慢些到: one.narrowUntil, 为什么: '微信认为像机器的账号；只影响一秒能点几次' })]),
  ],
  sections: (section, { memberId }) => {
    const place = placeOf(section, memberId);
    const late = (section.lateDrops ?? []).filter(one => one.memberId === memberId);
    const left = (section.seatChanges ?? []).filter(one => one.left?.memberId === memberId);
    const title = titleOf(section);
    return [
      ...(place
        ? [
            facts({
              班: title,
              状态: place.state === 'SEATED' ? '有座位' : '候补',
              第几个: `第 ${place.number} 个`,
              排上时间: place.at,
            }),
          ]
        : []),
      ...late.map(({ at }) => facts({ 班: title, 状态: '晚退', 时间: at })),
      ...left.map(({ at }) => facts({ 班: title, 状态: '开课以后离开这个班', 时间: at })),
    ];
  },
  rolls: (roll, told) => rollRows(roll, told),
  notices: (one, told) => [
    facts({
      时间: one.createdAt,
      通知: NOTICE_WORDS[one.kind],
      班: one.title || classOf(told, one.sectionId),
      内容: one.text,
      读过: one.readAt ?? '还没读',
      微信消息: one.push && PUSH_WORDS[one.push.state],
    }),
  ],
  outbox: (one, { memberId }) => [
    facts({
      时间: one.createdAt,
      通知: one.dropping?.entry.memberId === memberId ? '您退出的座位，正要告诉下一位' : NOTICE_WORDS[one.kind],
      班: one.title,
      发完: one.doneAt ?? '正在发',
    }),
  ],
  consents: one => [
    ...Object.entries(one.left).map(([kind, left]) =>
      facts({ 消息: CONSENT_WORDS[kind] ?? kind, 还可以发: `${left} 条` }),
    ),
    ...(one.at ? [facts({ 最近同意: one.at })] : []),
  ],
  follows: (one, told) => [facts({ 开放前提醒我: told.batches.get(one.batchId) ?? one.batchId, 点下: one.at })],
  record: (one, told) => [
    facts({
      时间: one.at,
      谁做的: one.by === told.memberId ? '我' : '工会或讲师',
      期次: told.batches.get(one.batchId ?? ''),
      班: classOf(told, one.sectionId),
      // What staff did to others names others: theirs to see, not mine to take along.
      ...(peopleIn(one).includes(told.memberId)
        ? { 做了什么: sentenceFor(one, told.memberId), 之前: one.before, 之后: one.after, 原因: reasonFor(one) }
        : { 做了什么: `工作操作 ${one.act}` }),
    }),
  ],
  invites: (one, { memberId }) => [
    one.usedBy === memberId
      ? facts({
          邀请我做: ROLE_WORDS[one.role],
          名字: one.name,
          单位: one.organisation,
          开出: one.createdAt,
          接受: one.usedAt,
        })
      : facts({ 我开出的邀请: ROLE_WORDS[one.role], 开出: one.createdAt, 过期: one.expiresAt }),
  ],
  rehearsals: (one, told) => [
    facts({ 放号演练: told.batches.get(one._id) ?? '一份草稿', 时间: one.at, 署名: one.byName }),
  ],
  waivers: one => [facts({ 不记缺课的日子: one._id, 原因: one.reason, 定下: one.at })],
  erasures: one => [
    facts({
      申请删除: one.startedAt,
      删完: one.doneAt ?? '正在删',
      来过: one.cameBefore ? '是' : '否',
      还在计的缺课: one.missed.map(at => `${dateText(at)} ${timeText(at)}`).join('、') || '没有',
      考勤没确认的班:
        one.pending && one.pending.length > 0 ? `${one.pending.length} 个，确认时没到的还要记` : undefined,
      到期自动删除: one.forgetAt,
    }),
  ],
  batches: () => [],
  drafts: () => [],
  tallies: () => [],
  checks: () => [],
  links: () => [],
  troubles: () => [],
};
