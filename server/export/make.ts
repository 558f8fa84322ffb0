import { randomUUID } from 'node:crypto';
import { dayKey } from '../../domain/base/clock';
import type { Input } from '../../domain/api';
import type { Batch } from '../../domain/model';
import { refuse } from '../../domain/base/refuse';
import { act } from '../record/act';
import { read } from '../base/database';
import type { Run } from '../base/door';
import type { WorkSheet } from '../sheet/workbook';
import { writeWorkbook } from '../sheet/write';
import { attendanceSheets } from './attendance';
import { demandSheets } from './demand';
import { lineSheets, rosterSheets, type Phones } from './people';
import { hoursSheets } from './hours';
import { ratingSheets } from './ratings';
import { recordSheets } from './record';

type Kind = Input<'export.make'>['kind'];

const WORDS: Record<Kind, string> = {
  roster: '名单',
  line: '队伍',
  record: '操作记录',
  demand: '需求',
  attendance: '考勤',
  ratings: '评价',
  hours: '学时和结业',
};
const SHEETS: Record<Kind, (batch: Batch, phones: Phones, now: number) => Promise<WorkSheet[]>> = {
  roster: rosterSheets,
  line: lineSheets,
  record: recordSheets,
  demand: demandSheets,
  attendance: attendanceSheets,
  ratings: ratingSheets,
  hours: hoursSheets,
};

/** Makes a workbook of a batch. The request is put on the record before the workbook is made. */
export const make: Run<'export.make'> = async ({ input: { kind, batchId, phones, reason }, memberId: by, now }) => {
  const batch = await read('batches', batchId);
  if (!batch) return refuse('BATCH_NOT_FOUND');
  // The sheets for a subsidy go out of the house with everybody's attendance.
  if ((phones === 'whole' || kind === 'hours') && !reason) return refuse('REASON_MISSING');
  const word = WORDS[kind];
  await act({ actId: randomUUID(), content: null, act: `export.${kind}`, by, now, reason }, async () => ({
    result: null,
    summary: `导出${word}，手机号${phones === 'whole' ? '完整' : '隐去中间四位'}`,
    batchId,
  }));
  const file = await writeWorkbook(await SHEETS[kind](batch, phones, now));
  return { fileName: fileNameOf(batch, word, now), file: file.toString('base64') };
};

/** `2027春季第一期-名单-0309.xlsx`, without characters that a file name must not have. */
const fileNameOf = ({ title }: Batch, word: string, now: number) =>
  `${title.replace(/[\\/:*?"<>|]/g, ' ')}-${word}-${dayKey(now).slice(5).replace('-', '')}.xlsx`;
