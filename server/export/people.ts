import { tenthText } from '../../domain/base/clock';
import type { Batch, Member, Section } from '../../domain/model';
import { nameOf } from '../../domain/privacy/anonymous';
import { maskPhone } from '../../domain/base/mask';
import { attendeeOf, holderOf, peopleOf } from '../../domain/line/entry';
import { placeAt } from '../../domain/line/place';
import { wordsOf } from '../../domain/line/place-words';
import { othersWithNumber } from '../../domain/people/same-number';
import { sameNumberWords } from '../../domain/people/same-number-words';
import { titleOf } from '../../domain/batch/title';
import { find } from '../base/database';
import { membersOf } from '../people/members-of';
import type { WorkSheet, WorkValue } from '../sheet/workbook';
import { seated } from '../../domain/line/line';

export type Phones = 'masked' | 'whole';

/** One sheet for each class that takes place, with the people who have a seat, in their order. */
export async function rosterSheets(batch: Batch, phones: Phones): Promise<WorkSheet[]> {
  const sections = (await sectionsOf(batch)).filter(section => section.cancelledAt === undefined);
  const members = await linesOf(sections);
  const others = othersWithNumber(members.values());
  const columns: WorkSheet['columns'] = [
    { title: '序号', kind: 'number', width: 6 },
    { title: '姓名', kind: 'text', width: 14 },
    { title: '手机号', kind: 'text', width: 16 },
    { title: '单位', kind: 'text', width: 36 },
    { title: '镇街', kind: 'text', width: 16 },
    { title: '报名时间', kind: 'time', width: 18 },
    // The column appears only if it has content.
    ...(others.size > 0 ? [{ title: '同一手机号', kind: 'text' as const, width: 20 }] : []),
  ];
  const sheets = sections.map(section => ({
    name: titleOf(section),
    columns,
    rows: seated(section).map((entry, index): WorkValue[] => {
      const { name, phone, employer, district } = shown(members.get(attendeeOf(entry)), phones);
      const same = others.size > 0 ? [sameNumberWords(others.get(holderOf(entry))) ?? ''] : [];
      return [index + 1, name, phone, employer, district, entry.at, ...same];
    }),
  }));
  return sheets.length > 0 ? sheets : [{ name: '名单', columns, rows: [] }];
}

/** Everybody in every line, with their state and their instant to the tenth of a second. */
export async function lineSheets(batch: Batch, phones: Phones): Promise<WorkSheet[]> {
  const sections = await sectionsOf(batch);
  const members = await linesOf(sections);
  const rows = sections.flatMap(section =>
    section.line.map((entry, index): WorkValue[] => {
      const { at } = entry;
      const { name, phone, employer } = shown(members.get(attendeeOf(entry)), phones);
      const place = placeAt(section, index);
      return [titleOf(section), wordsOf(place).word, place.number, name, phone, employer, at, tenthText(at)];
    }),
  );
  const columns: WorkSheet['columns'] = [
    { title: '班', kind: 'text', width: 20 },
    { title: '状态', kind: 'text', width: 8 },
    { title: '第几位', kind: 'number', width: 8 },
    { title: '姓名', kind: 'text', width: 14 },
    { title: '手机号', kind: 'text', width: 16 },
    { title: '单位', kind: 'text', width: 36 },
    { title: '排上的日期', kind: 'time', width: 18 },
    { title: '排上的时刻', kind: 'text', width: 12 },
  ];
  return [{ name: '队伍', columns, rows }];
}

export const sectionsOf = (batch: Batch): Promise<Section[]> =>
  find('sections', { batchId: batch._id }, { orderBy: ['_id', 'asc'] });

const linesOf = (sections: readonly Section[]) =>
  membersOf(sections.flatMap(section => section.line.flatMap(peopleOf)));

/** A deleted person keeps the place without a name. */
export const shown = (member: Member | undefined, phones: Phones) => ({
  name: nameOf(member),
  phone: phones === 'whole' ? (member?.phone ?? '') : maskPhone(member?.phone ?? ''),
  employer: member?.employer ?? '',
  district: member?.district ?? '',
});
