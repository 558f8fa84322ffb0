import type { SectionCard } from '../domain/api';
import { functionOf } from '../domain/functions';
import { comingBatch } from '../sample/coming';
import { readSheet } from '../sample/sheet';
import { batchOf, OPENS_AT, type RehearsedBatch } from './batch';

/** Where the command finds a batch: the sample, a file or a running emulator. */

/** A problem with the batch that staff can understand, told in one sentence. */
export class BatchProblem extends Error {}

/** 永川's first batch. */
export function sampleBatch(): RehearsedBatch {
  const { title, sections } = comingBatch(OPENS_AT);
  return {
    title,
    sections: sections.map((one, i) => section(i, one.course + one.name, one.capacity, one.waitlistLimit)),
  };
}

/** Reads a batch from a course sheet (CSV with the columns of `sample/yongchuan-batch-1.csv`). */
export function sheetBatch(title: string, text: string): RehearsedBatch {
  const sections = readSheet(text).map((row, i) => {
    const capacity = Number(row.名额);
    const waitlistLimit = Number(row.候补名额 || 0);
    if (
      !row.课程名称 ||
      !Number.isInteger(capacity) ||
      !Number.isInteger(waitlistLimit) ||
      capacity < 0 ||
      waitlistLimit < 0
    )
      throw new BatchProblem(`第 ${i + 2} 行看不懂：要有课程名称，名额和候补名额要是整数`);
    return section(i, row.课程名称 + (row.班次 ?? ''), capacity, waitlistLimit);
  });
  if (sections.length === 0) throw new BatchProblem('表里没有班');
  return { title, sections };
}

/** Reads a batch from a running emulator or gateway. */
export async function runningBatch(url: string, batchId: string): Promise<RehearsedBatch> {
  const reply = await fetch(new URL(`/call/${functionOf('catalog.batch')}`, url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-wx-openid': 'oRehearsal0000000000000000000' },
    body: JSON.stringify({ endpoint: 'catalog.batch', input: { batchId } }),
  });
  const answer = (await reply.json()) as {
    ok: boolean;
    message?: string;
    data?: { batch: { title: string }; sections: SectionCard[] };
  };
  if (!answer.ok || !answer.data) throw new BatchProblem(`${batchId}：${answer.message ?? '没有这一期'}`);
  return batchOf(answer.data.batch.title, answer.data.sections);
}

const section = (index: number, name: string, capacity: number, waitlistLimit: number) => ({
  sectionId: `s-${String(index + 1).padStart(2, '0')}`,
  name,
  capacity,
  waitlistLimit,
});
