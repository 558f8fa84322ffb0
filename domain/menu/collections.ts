import { DAY } from '../base/clock';
import { collection } from '../base/collection';
import { facts } from '../base/own-fact';
import type { MenuItem } from './menu';
import { costWords, sizeWords, whenWords } from './words';

const YEAR = 365 * DAY;

export const MENU_COLLECTIONS = {
  menus: collection<MenuItem>()({
    indexes: [
      { name: 'by', on: { by: 1 } },
      { name: 'state', on: { state: 1 } },
    ],
    holds: {
      title: '承办单位和讲师的菜单',
      what: '承办单位和讲师报给工会的课：课名、介绍、人数、时间、要什么场地、费用；什么时候写的',
      why: '工会排课时知道谁能办什么',
      seenBy: '本人和工会工作人员；费用也只有他们看到',
      kept: '最后一次修改之后 3 年',
      erased: '删除；工会问能不能承办时的答复是替单位或老师作的，留在那个班里，不带您的资料',
    },
    about: ['by'],
    removedByErasure: true,
    kept: { ms: 3 * YEAR, since: 'at' },
    rows: item => [
      facts({
        课程: item.course,
        承办: item.organisation,
        讲师: item.instructor,
        介绍: item.about,
        规模: sizeWords(item),
        时间: whenWords(item.when),
        要求: item.needs,
        费用: costWords(item.cost),
        状态: item.state === 'offered' ? '在菜单上' : '已撤下',
        写于: item.at,
      }),
    ],
  }),
};
