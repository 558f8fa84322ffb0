import { percentText } from './said';
import type { Shown } from './shown';

/** A suggestion for the next time, from the numbers of a course. */
export type NextStep = 'more' | 'hours' | 'talk' | 'harder' | 'again';

export interface CourseNumbers {
  /** Seats offered. */
  seats: number;
  /** People who were told FULL and have no place. */
  turnedAway: number;
  /** 到课率, from 0 to 1; `null` if no roll says it. */
  attendance: number | null;
  /** `null` if too few have rated. */
  rated: Shown | null;
}

/** From this share of the seats on, another class would fill. */
const AWAY = 0.5;
const VERY_SATISFIED = 0.85;
const ATTENDED = 0.6;
const SATISFIED = 0.6;
const HARDER = 0.4;

/** The first step of this order whose numbers are there. What is not shown suggests nothing. */
export function nextStep({ seats, turnedAway, attendance, rated }: CourseNumbers): NextStep {
  if (seats > 0 && turnedAway >= seats * AWAY && rated && rated.satisfied >= VERY_SATISFIED) return 'more';
  if (attendance !== null && attendance < ATTENDED) return 'hours';
  if (rated && rated.satisfied < SATISFIED) return 'talk';
  if (rated && rated.chips.harder >= HARDER) return 'harder';
  return 'again';
}

const STEP_WORDS: Record<NextStep, string> = {
  more: '加开一个班',
  hours: '换个时间，或者减名额',
  talk: '和承办方谈一谈',
  harder: '开一个提升班',
  again: '照办',
};

/** 加开一个班：名额 30，没报上 18 人，满意 96%（28 人评） */
export function nextStepWords(numbers: CourseNumbers): string {
  const { seats, turnedAway, attendance, rated } = numbers;
  const step = nextStep(numbers);
  const rests = [
    `名额 ${seats}`,
    ...(turnedAway > 0 ? [`没报上 ${turnedAway} 人`] : []),
    ...(attendance === null ? [] : [`到课 ${percentText(attendance)}`]),
    ...(rated ? [`满意 ${percentText(rated.satisfied)}（${rated.people} 人评）`] : []),
    ...(step === 'harder' && rated ? [`${percentText(rated.chips.harder)} 想学更难的`] : []),
  ];
  return `${STEP_WORDS[step]}：${rests.join('，')}`;
}
