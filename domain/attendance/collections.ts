import { collection } from '../base/collection';
import { facts } from '../base/own-fact';
import type { Waiver } from '../roll/roll';

export const ATTENDANCE_COLLECTIONS = {
  waivers: collection<Waiver>()({
    indexes: [],
    holds: {
      title: '不记缺课的日子',
      what: '哪位工作人员定的',
      why: '有据可查',
      seenBy: '工会工作人员',
      kept: '按工会的档案规定',
      erased: '去掉编号',
    },
    about: ['by'],
    rows: one => [facts({ 不记缺课的日子: one._id, 原因: one.reason, 定下: one.at })],
  }),
};
