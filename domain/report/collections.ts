import { aboutNobody, collection } from '../base/collection';
import { KEPT_MS } from '../privacy/privacy';
import type { Report } from './report';
import type { BatchSum } from './sum';

export const REPORT_COLLECTIONS = {
  sums: collection<BatchSum>()({
    indexes: [{ name: 'lastLessonAt', on: { lastLessonAt: 1 } }],
    holds: {
      title: '总结用的人数统计',
      what: '每个班来上过课的人各一个 8 位代号，来了哪几次课、在哪家单位；每期没排上的人各一个代号。只用来数人头，没有名字',
      why: '算出一年里有多少人、多少家单位参加，上几个班也只算一个人',
      seenBy: '工会工作人员只看到人数，和不少于 5 人参加的单位名',
      kept: '这一期最后一次课之后 3 年',
      erased: '换成别的代号，每个班不同；单位里只留人数',
    },
    kept: { ms: KEPT_MS.classes, since: 'lastLessonAt' },
    ...aboutNobody,
  }),
  reports: collection<Report>()({
    indexes: [{ name: 'at', on: { at: -1 } }],
    holds: null,
    ...aboutNobody,
  }),
};
