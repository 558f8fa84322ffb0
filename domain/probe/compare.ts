import { KEYS, type Weight } from './keys';

export type Observed = string | number | boolean | string[];

export interface ProbeReport {
  version: 1;
  /** Epoch ms. */
  at: number;
  /** An environment's id, or `emulator`. */
  where: string;
  observations: Record<string, Observed>;
}

export interface Difference {
  key: string;
  weight: Weight;
  /** For the technician. */
  sentence: string;
}

const WEIGHTS: Weight[] = ['code', 'number', 'info'];
/** Figures of two machines always differ. A difference is reported if one is more than twice the other … */
const MUCH = 2;
/** … and they differ by at least this much. */
const LEAST_MS = 10;

/**
 * The differences between the two reports, by weight. An observation that only one report has is a difference too,
 * because a report may be older or newer.
 */
export function compare(real: ProbeReport, here: ProbeReport): Difference[] {
  const found = Object.keys(KEYS).flatMap(key => {
    const [a, b] = [real.observations[key], here.observations[key]];
    const { weight, says } = KEYS[key]!;
    if (a === undefined || b === undefined)
      return a === b ? [] : [{ key, weight, sentence: `${says}：${a === undefined ? '真环境' : '模拟器'}没有量到。` }];
    if (same(a, b, weight)) return [];
    return [{ key, weight, sentence: `${says}：真环境是 ${text(a)}，模拟器是 ${text(b)}。` }];
  });
  return found.sort((a, b) => WEIGHTS.indexOf(a.weight) - WEIGHTS.indexOf(b.weight));
}

function same(a: Observed, b: Observed, weight: Weight): boolean {
  if (weight !== 'number' || typeof a !== 'number' || typeof b !== 'number') return text(a) === text(b);
  return Math.abs(a - b) < LEAST_MS || Math.max(a, b) <= MUCH * Math.min(a, b);
}

const MOST = 120;
const text = (value: Observed): string => {
  const words = Array.isArray(value) ? value.join('、') : String(value);
  return words === '' ? '空的' : words.length > MOST ? `${words.slice(0, MOST)}…` : words;
};

const HEADS: Record<Weight, string> = {
  code: '程序靠它，要改',
  number: '数字差得多，放号演练请用 --measured',
  info: '只是知道一下',
};

/** The page that a technician reads. */
export function sayDifferences(differences: readonly Difference[]): string {
  if (differences.length === 0) return '没有不一样的地方。';
  return WEIGHTS.flatMap(weight => {
    const some = differences.filter(one => one.weight === weight);
    return some.length === 0
      ? []
      : [`${HEADS[weight]}（${some.length} 处）：`, ...some.map(one => `  · ${one.sentence}[${one.key}]`)];
  }).join('\n');
}

/** Reads a report from a file. Throws an Error with one sentence if the text is no report. */
export function readReport(json: string): ProbeReport {
  let given: unknown;
  try {
    given = JSON.parse(json);
  } catch {
    throw new Error('不是 JSON。');
  }
  const report = given as Partial<ProbeReport> | null;
  if (report?.version !== 1 || typeof report.observations !== 'object' || report.observations === null)
    throw new Error('不是 npm run probe 写的报告。');
  return report as ProbeReport;
}
