import { collection } from '../base/collection';
import { facts } from '../base/own-fact';
import type { RecordEntry } from '../model';
import { peopleIn } from './anonymous-entry';
import { partsOfEntry, sentenceOf } from './said';

/** The sentence of an entry as one of the people in it may read it. The other people in it stay unnamed. */
const sentenceFor = (entry: RecordEntry, memberId: string): string =>
  sentenceOf(
    partsOfEntry(entry).map(part =>
      typeof part === 'string' || part.memberId === memberId ? part : { ...part, name: '另一位' },
    ),
  );

/** The reason, unless the entry concerns several people, because the reason may then speak of the others. */
const reasonFor = (entry: RecordEntry): string | undefined => (peopleIn(entry).length === 1 ? entry.reason : undefined);

export const RECORD_COLLECTIONS = {
  record: collection<RecordEntry>()({
    indexes: [
      { name: 'at', on: { at: -1 } },
      { name: 'batchId-at', on: { batchId: 1, at: -1 } },
      { name: 'sectionId-at', on: { sectionId: 1, at: -1 } },
      { name: 'memberId', on: { memberId: 1 } },
      { name: 'by', on: { by: 1 } },
      { name: 'people', on: { 'parts.memberId': 1 } },
      { name: 'namedUntil', on: { namedUntil: 1 } },
    ],
    holds: {
      title: '操作记录里和我有关的',
      what: '工会或讲师对您的座位、考勤、身份做过什么，什么时候，为什么；工会工作人员哪天查看过您报了哪些班；您自己作为工作人员、讲师、承办单位做过什么',
      why: '每一次改动有据可查',
      seenBy: '工会工作人员；和本人有关的，本人也看得到',
      kept: '按工会的档案规定',
      erased:
        '这件事留下，名字和编号去掉；只关系到您的原因是工作人员写的原话，一起删掉，还关系到别人的等最后一位删除时删。您担任工作人员、讲师、承办单位时做的事，编号当场去掉，名字从做的那天起留 3 年',
    },
    about: ['parts.memberId', 'memberId', 'by'],
    rows: (one, told) => [
      facts({
        时间: one.at,
        谁做的: one.by === told.memberId ? '我' : '工会或讲师',
        期次: told.batchOf(one.batchId),
        班: told.classOf(one.sectionId),
        // An act of this person on somebody else names that other person. The content is the other person's to see, so
        // it is left out here.
        ...(peopleIn(one).includes(told.memberId)
          ? { 做了什么: sentenceFor(one, told.memberId), 之前: one.before, 之后: one.after, 原因: reasonFor(one) }
          : { 做了什么: `工作操作 ${one.act}` }),
      }),
    ],
  }),
};
