import { aboutNobody, collection } from '../base/collection';
import { DAY } from '../base/clock';
import { facts } from '../base/own-fact';
import type { CheckReport, Section, Standing, Tally } from '../model';
import { titleOf } from '../batch/title';
import { keysOf, pathsOf, peopleOf } from './entry';
import { placeAt } from './place';
import { wordsOf } from './place-words';

const YEAR = 365 * DAY;

export const LINE_COLLECTIONS = {
  standings: collection<Standing>()({
    indexes: [{ name: 'narrowUntil', on: { narrowUntil: 1 } }],
    holds: {
      title: '候场和占位',
      what: '哪几期核对过资格、同意过报名须知、哪些班不面向自己、占了几个位置、退过哪些班；输过签到数字的最近几个时刻（最多 10 个）；微信认为像机器的账号，另记着点慢些到几时',
      why: '每人上限和撞时间，先来后到不出错，签到数字猜不出来',
      seenBy: '本人；别人看不到',
      kept: '和对应的期次一样久',
      erased: '删除',
    },
    about: ['_id'],
    removedByErasure: true,
    rows: (one, told) => [
      ...[...one.holds]
        .reverse()
        .map(hold => facts({ 期次: told.batchOf(hold.batchId), 占位: told.classOf(hold.sectionId), 时间: hold.at })),
      ...Object.entries(one.batches).map(([batchId, { settledAt, count, later, accepted, not = [], left = {} }]) =>
        facts({
          期次: told.batchOf(batchId) ?? batchId,
          核对资格: settledAt > 0 ? settledAt : '资料改过，下次重新核对',
          报名须知: accepted === undefined ? undefined : '同意过',
          不面向自己的班: not.map(sectionId => told.classOf(sectionId) ?? sectionId).join('、'),
          占了几个位置: `${count} 个`,
          退过的班: Object.keys(left)
            .map(sectionId => told.classOf(sectionId) ?? sectionId)
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
  }),
  sections: collection<Section>()({
    indexes: [
      { name: 'batchId', on: { batchId: 1 } },
      { name: 'instructor', on: { instructor: 1 } },
      { name: 'organisation', on: { organisation: 1 } },
      { name: 'lessonsBy', on: { 'lessons.by': 1 } },
      { name: 'seatsLeft', on: { [keysOf('seatChanges.left')]: 1 } },
      { name: 'lessonsAt', on: { 'lessons.startsAt': 1 } },
    ],
    holds: {
      title: '座位和候补',
      what: '在哪个班、第几个、什么时候排上的、有没有晚退；上过课以后离开的，什么时候离开。放号前后几分钟，满了的班另在公开的公示榜上列出队里各人的代号：每期一换、打乱次序，只有本人的手机认得出自己那一个',
      why: '座位归谁，候补轮到谁',
      seenBy: '本人、工会工作人员、这个班的讲师和承办单位',
      kept: '这一期最后一次课之后 3 年，到期去掉人，只留人数',
      erased: '没上完的班按退课处理；上完的只留一个不知道是谁的座位',
    },
    about: [...pathsOf('line'), ...pathsOf('lateDrops'), ...pathsOf('seatChanges.left')],
    rows: (section, { memberId }) => {
      const places = section.line.flatMap((entry, index) =>
        peopleOf(entry).includes(memberId) ? [placeAt(section, index)] : [],
      );
      const late = (section.lateDrops ?? []).filter(entry => peopleOf(entry).includes(memberId));
      const left = (section.seatChanges ?? []).filter(one => one.left && peopleOf(one.left).includes(memberId));
      const title = titleOf(section);
      return [
        ...places.map(place =>
          facts({
            班: title,
            状态: wordsOf(place).data,
            第几个: `第 ${place.number} 个`,
            排上时间: place.at,
          }),
        ),
        ...late.map(({ at }) => facts({ 班: title, 状态: '晚退', 时间: at })),
        ...left.map(({ at }) => facts({ 班: title, 状态: '开课以后离开这个班', 时间: at })),
      ];
    },
  }),
  tallies: collection<Tally>()({
    indexes: [{ name: 'batchId', on: { batchId: 1 } }],
    holds: {
      title: '没排上的人数统计',
      what: '每期没排上的人各一个 8 位代号，只用来数人头，没有名字',
      why: '算出下一期该加多少名额',
      seenBy: '工会工作人员只看到人数',
      kept: '这一期最后一次课之后 1 年',
      erased: '换成别的代号',
    },
    ...aboutNobody,
  }),
  checks: collection<CheckReport>()({
    indexes: [{ name: 'startedAt', on: { startedAt: -1 } }],
    holds: null,
    kept: { ms: YEAR, since: 'startedAt' },
    ...aboutNobody,
  }),
};
