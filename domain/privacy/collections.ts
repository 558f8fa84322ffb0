import { collection } from '../base/collection';
import { facts } from '../base/own-fact';
import type { Erasure } from '../model';
import { dateText, timeText } from '../base/clock';

export const PRIVACY_COLLECTIONS = {
  erasures: collection<Erasure>()({
    indexes: [{ name: 'doneAt-startedAt', on: { doneAt: 1, startedAt: 1 } }],
    holds: {
      title: '删除申请',
      what: '什么时候申请删除；删除之后 90 天内只留：来过没有，还在计的缺课是哪几天；上过课、考勤还没确认的班，另留您在那个班的代号，确认或过了时限就删',
      why: '把没删完的接着删完；不让人靠删除重来抹掉缺课、冒充第一次来',
      seenBy: '没有人看；程序用',
      kept: '删完之后最多 90 天',
      erased: '到期自动删除',
    },
    about: ['_id'],
    rows: one => [
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
  }),
};
