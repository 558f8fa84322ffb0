import { collection } from '../base/collection';
import { DAY } from '../base/clock';
import { facts } from '../base/own-fact';
import type { KeptRehearsal } from '../model';

const YEAR = 365 * DAY;

export const REHEARSAL_COLLECTIONS = {
  rehearsals: collection<KeptRehearsal>()({
    indexes: [],
    holds: {
      title: '放号演练',
      what: '哪位工作人员做的',
      why: '知道问谁',
      seenBy: '工会工作人员',
      kept: '1 年',
      erased: '去掉名字和编号',
    },
    about: ['by'],
    kept: { ms: YEAR, since: 'at' },
    rows: (one, told) => [facts({ 放号演练: told.batchOf(one._id) ?? '一份草稿', 时间: one.at, 署名: one.byName })],
  }),
};
