import { KIND } from './load/answer';
import { openidOf, type LoadResult } from './load/job';
import { CROWD, lineSizeOf, type Scene } from './scene';

/**
 * A contender's record compared with the answers that it gave. `seated` and `waiting` count its places. Every other
 * number counts faults, so a sound contender has zeros there.
 */
export interface Check {
  seated: number;
  waiting: number;
  /** People told a seat beyond the capacity, and recorded places beyond the line's size. */
  oversold: number;
  /** People who stand twice in one line. */
  duplicates: number;
  /** People told a place that the record does not confirm, or told none although they have one. */
  mistold: number;
  /** People who stand before somebody who had been answered before they even asked. */
  outOfOrder: number;
  /** People told FULL although the line has a place left or somebody who asked later got in. */
  wrongFull: number;
  /** People without a definite answer, or with one other than seat, wait or full. */
  unanswered: number;
}

export const isSound = (check: Check): boolean =>
  check.oversold + check.duplicates + check.mistold + check.outOfOrder + check.wrongFull + check.unanswered === 0;

/**
 * Compares what people were told, and when, with the recorded lines.
 * @param lines for each section, who stands in it in the database's order
 * @param nameOf what the record calls a person
 */
export function checkRow(
  scene: Scene,
  lines: readonly (readonly string[])[],
  result: Pick<LoadResult, 'kind' | 'number' | 'sentAt' | 'answeredAt'>,
  nameOf: (openid: string) => string = openid => openid,
): Check {
  const check: Check = {
    seated: 0,
    waiting: 0,
    oversold: 0,
    duplicates: 0,
    mistold: 0,
    outOfOrder: 0,
    wrongFull: 0,
    unanswered: 0,
  };
  const bySection: number[][] = Array.from({ length: scene.sections }, () => []);
  scene.choice.forEach((section, person) => bySection[section]!.push(person));
  bySection.forEach((people, section) => checkSection(check, scene, lines[section] ?? [], people, result, nameOf));
  return check;
}

function checkSection(
  check: Check,
  scene: Scene,
  line: readonly string[],
  people: readonly number[],
  { kind, number, sentAt, answeredAt }: Pick<LoadResult, 'kind' | 'number' | 'sentAt' | 'answeredAt'>,
  nameOf: (openid: string) => string,
): void {
  const size = lineSizeOf(scene);
  const placeOf = new Map<string, number>();
  line.forEach((name, index) => {
    if (placeOf.has(name)) check.duplicates += 1;
    else placeOf.set(name, index);
  });
  check.seated += Math.min(scene.capacity, line.length);
  check.waiting += Math.max(0, line.length - scene.capacity);

  let toldSeated = 0;
  let firstFullAt = Infinity;
  let toldFull = 0;
  const inLine: { person: number; index: number }[] = [];
  for (const person of people) {
    const told = kind[person];
    const index = placeOf.get(nameOf(openidOf(CROWD, person)));
    if (index !== undefined) inLine.push({ person, index });
    if (told === KIND.SEATED) toldSeated += 1;
    if (told === KIND.SEATED || told === KIND.WAITING) {
      const claimed = number[person]! - 1 + (told === KIND.WAITING ? scene.capacity : 0);
      if (claimed !== index) check.mistold += 1;
    } else if (told === KIND.FULL) {
      toldFull += 1;
      firstFullAt = Math.min(firstFullAt, answeredAt[person]!);
      if (index !== undefined) check.mistold += 1;
    } else check.unanswered += 1;
  }
  check.oversold += Math.max(0, toldSeated - scene.capacity) + Math.max(0, line.length - size);
  if (line.length < size) check.wrongFull += toldFull;
  else check.wrongFull += inLine.filter(({ person }) => sentAt[person]! > firstFullAt).length;

  // From the end of the line to its front. Nobody may have asked after somebody behind them had been answered.
  inLine.sort((a, b) => b.index - a.index);
  let firstAnswerBehind = Infinity;
  for (const { person } of inLine) {
    if (sentAt[person]! > firstAnswerBehind) check.outOfOrder += 1;
    firstAnswerBehind = Math.min(firstAnswerBehind, answeredAt[person]!);
  }
}
