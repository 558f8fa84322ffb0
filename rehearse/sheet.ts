import { SECOND } from '../domain/base/clock';
import { GOALS, type Reason, type RehearsalSheet } from '../domain/rehearsal/rehearsal';
import type { Summary } from './summary';

const count = (value: number): string => Math.round(value).toLocaleString('en-US');
const seconds = (ms: number): string => `${Number((ms / SECOND).toFixed(1))} 秒`;

/** Judges one rehearsal; `advice` comes from `advise.ts`. */
export function sheetOf(summary: Summary, advice: string[] = []): RehearsalSheet {
  const { people, definite, check, seats, batch, lastToldAt, callsPerPerson, operationsRefused, turned } = summary;
  const wrong = check.oversold + check.duplicates + check.mistold + check.undersold + check.inversions;
  const answered = definite === people;
  const inTime = answered && lastToldAt <= GOALS.answeredWithinMs;
  const reasons: Reason[] = [
    {
      holds: answered,
      says: answered
        ? `${count(people)} 人都得到明确答复`
        : `${count(people - definite)} 人没有得到明确答复，只看到“请稍后再试”`,
    },
    {
      holds: inTime,
      says: inTime
        ? `开放后 ${seconds(lastToldAt)}全部答完（要求 ${seconds(GOALS.answeredWithinMs)}内）`
        : `开放后 ${seconds(GOALS.answeredWithinMs)}内没能全部答完`,
    },
    {
      holds: callsPerPerson <= GOALS.callsPerPerson,
      says: `平均每人调用云函数 ${callsPerPerson.toFixed(2)} 次（要求不超过 ${GOALS.callsPerPerson} 次）`,
    },
    {
      holds: seats.given === batch.capacity || answered,
      says:
        seats.given === batch.capacity
          ? `${count(batch.capacity)} 个名额全部给出`
          : `${count(batch.capacity)} 个名额只给出 ${count(seats.given)} 个`,
    },
    {
      holds: wrong === 0,
      says: wrong === 0 ? '没有多发、重复、插队和错误答复' : `有 ${count(wrong)} 处多发、重复、插队或错误答复`,
    },
  ];
  if (operationsRefused > 0)
    reasons.push({ holds: false, says: `数据库忙不过来，${count(operationsRefused)} 次操作被拒绝` });
  const calls = summary.calls.claim + summary.calls.board + summary.calls.place;
  if (!inTime && turned.gate > calls / 2)
    reasons.push({ holds: false, says: `超过一半的调用（${count(turned.gate)} 次）被平台挡在门外` });
  const go = reasons.every(reason => reason.holds);
  return { go, title: go ? '可以放号' : '先别放号', reasons, advice };
}
