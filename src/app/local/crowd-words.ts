import type { CrowdProgress } from './control';

const n = (value: number) => value.toLocaleString('zh-CN');

/** What the crowd is doing, in one line. */
export function crowdLine({ state, people, prepared, count, error }: CrowdProgress): string {
  switch (state) {
    case 'idle':
      return '';
    case 'preparing':
      return `正在请来 ${n(people)} 人，已到 ${n(prepared)}`;
    case 'waiting':
      return `${n(people)} 人已候场，到点一起报名`;
    case 'running':
      return `已答复 ${n(count.answered)} / ${n(people)}，每秒 ${n(Math.round(count.perSecond))}`;
    case 'checking':
      return '都答复了，正在核对队伍';
    case 'done':
      return `${n(people)} 人，${(count.elapsedMs / 1000).toFixed(1)} 秒答复完`;
    case 'failed':
      return `没有成：${error ?? '原因不明'}`;
  }
}

/** From 0 to 1. */
export function crowdShare({ state, people, prepared, count }: CrowdProgress): number {
  if (state === 'idle' || people === 0) return 0;
  if (state === 'preparing') return prepared / people;
  return state === 'waiting' ? 0 : Math.min(1, count.answered / people);
}

/** The verdict, one fact per line; `good` says whether the fact is as promised. */
export function verdictLines(verdict: NonNullable<CrowdProgress['verdict']>): { good: boolean; text: string }[] {
  const { seated, capacity, waiting, oversold, duplicates, unanswered, mistold, undersold } = verdict;
  return [
    { good: seated <= capacity, text: `${n(seated)} / ${n(capacity)} 座给出，${n(waiting)} 人候补` },
    { good: oversold === 0, text: oversold ? `多发 ${n(oversold)} 座` : '没有多发一座' },
    { good: undersold === 0, text: undersold ? `${n(undersold)} 个班有空位却说满了` : '没有空位被说成满了' },
    { good: duplicates === 0, text: duplicates ? `${n(duplicates)} 人重复占座` : '没有人占两座' },
    { good: mistold === 0, text: mistold ? `${n(mistold)} 人的答复和队伍不符` : '答复和队伍人人相符' },
    { good: unanswered === 0, text: unanswered ? `${n(unanswered)} 人没有明确答复` : '人人有明确答复' },
  ];
}
