import { collection } from '../base/collection';
import { DAY } from '../base/clock';
import { facts } from '../base/own-fact';
import { slotWords } from './said';
import type { Wish } from './wish';

const YEAR = 365 * DAY;

export const WISH_COLLECTIONS = {
  wishes: collection<Wish>()({
    indexes: [
      { name: 'state-plain', on: { state: 1, plain: 1 } },
      { name: 'voices', on: { 'voices.memberId': 1 } },
      { name: 'by', on: { by: 1 } },
      { name: 'untold', on: { 'taken.toldAt': 1 } },
    ],
    holds: {
      title: '想学什么',
      what: '提过和点过“我也想学”的课、方便的时间、什么时候点的，要不要提醒；提的时候写给工会的话',
      why: '知道大家想学什么、几个人、什么时候方便，好开班',
      seenBy: '别人只看到课名和人数；谁点的没有人看到；写给工会的话只有工会工作人员看到，看不到是谁写的',
      kept: '最后一个人点“我也想学”之后 3 年',
      erased: '您的那一份去掉，人数减一；您提的课名留着，写给工会的话去掉',
    },
    about: ['voices.memberId', 'by'],
    kept: { ms: 3 * YEAR, since: 'voicedAt' },
    rows: (wish, { memberId }) => {
      const mine = wish.voices.find(voice => voice.memberId === memberId);
      return [
        ...(wish.by === memberId ? [facts({ 提过: wish.title, 写给工会的话: wish.why, 时间: wish.at })] : []),
        ...(mine
          ? [
              facts({
                想学: wish.title,
                方便的时间: mine.when.map(slotWords).join('、'),
                要提醒: mine.remind ? '要' : undefined,
                时间: mine.at,
              }),
            ]
          : []),
      ];
    },
  }),
};
