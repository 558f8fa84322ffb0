import { dateText, timeText } from '../../../domain/base/clock';
import type { Place, RefusalDetails } from '../../../domain/api';
import { askUntilKnown } from '../../app/call/ask-until-known';
import { noteLeft } from './claims';
import type { Acted } from '../../app/act/acted';
import { losePlace, mine } from '../../app/known/places';

/** Leaves a line and finds out whether it happened. */
export async function drop({ sectionId, at }: Place, late = false): Promise<Acted> {
  const answer = await askUntilKnown('line.drop', { sectionId, at, ...(late ? { late } : {}) });
  if (!answer.ok)
    return { done: false, message: answer.code === 'DROP_CLOSED' ? closedWords(answer.details) : answer.message };
  noteLeft(sectionId, answer.now);
  losePlace(sectionId);
  void mine.ask();
  return { done: true };
}

const dayAndTime = (at: number) => `${dateText(at)} ${timeText(at)}`;

/** Uses the server's answer and its instants, because the sheet may have been open for a long time. */
const closedWords = ({ dropUntil, lateUntil }: RefusalDetails['DROP_CLOSED']): string =>
  lateUntil === null
    ? `退课已于${dayAndTime(dropUntil)}截止，哪一次来不了可以单独请假`
    : `退课已于${dayAndTime(dropUntil)}截止，${dayAndTime(lateUntil)}前还能晚退：关掉这一页再打开一次`;
