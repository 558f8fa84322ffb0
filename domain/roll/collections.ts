import { collection } from '../base/collection';
import type { Roll } from './roll';
import { rollRows } from './own-rows';

export const ROLL_COLLECTIONS = {
  rolls: collection<Roll>()({
    indexes: [
      { name: 'sectionId', on: { sectionId: 1 } },
      { name: 'batchId', on: { batchId: 1 } },
      { name: 'noShows', on: { noShows: 1 } },
      { name: 'guests', on: { 'guests.memberId': 1 } },
      { name: 'people', on: { people: 1 } },
      { name: 'appealOpen-startsAt', on: { appealOpen: 1, startsAt: 1 } },
      { name: 'closedAt-startsAt', on: { closedAt: 1, startsAt: 1 } },
    ],
    holds: {
      title: '签到、请假和缺课',
      what: '每次课到没到、几点签到、请假和理由、借座补位、缺课和申诉；您打开位置时，离教室大约多少米；讲师出示签到码时打开位置的，教室大概在哪里',
      why: '点名，算到课率，缺课的后果和申诉',
      seenBy: '本人、这个班的讲师、工会工作人员；承办单位看得到到没到，看不到理由和距离',
      kept: '这一期最后一次课之后 3 年，到期去掉人，只留人数',
      erased: '去掉人，只留到课人数；请假理由、申诉、位置删除',
    },
    about: ['people'],
    rows: (roll, told) => rollRows(roll, told),
  }),
};
