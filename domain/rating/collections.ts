import { collection } from '../base/collection';
import { facts } from '../base/own-fact';
import type { RatingBook } from './rating';

export const RATING_COLLECTIONS = {
  ratings: collection<RatingBook>()({
    indexes: [
      { name: 'raters', on: { raters: 1 } },
      { name: 'batchId', on: { batchId: 1 } },
      { name: 'course', on: { course: 1 } },
      { name: 'organisation', on: { organisation: 1 } },
      { name: 'came-closesAt', on: { came: 1, closesAt: 1 } },
    ],
    holds: {
      title: '评价',
      what: '评过哪几个班。给了几颗星、写了什么另放一处，不记是谁、不记时间、次序打乱',
      why: '知道班办得好不好，下次怎么办；一个人只评一次',
      seenBy: '谁评过，没有人看；评了什么，收齐以后满 5 人，这个班的讲师、承办单位和工会工作人员看',
      kept: '评价收齐之后 3 年，到期去掉谁评过',
      erased: '去掉您的编号；评的内容留着，写了什么没法找出来，请不要在里面写自己的名字',
    },
    about: ['raters'],
    rows: ({ _id, course }, told) => [
      facts({ 评过: told.classOf(_id) ?? course, 评了什么: '不记名，查不到哪一份是您的' }),
    ],
  }),
};
