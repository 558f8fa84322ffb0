import { Cron } from 'croner';
import { EmulatorProblem } from '../problem';

/** The cloud's timers run in UTC+8. */
const OFFSET_MINUTES = 8 * 60;

/**
 * The cloud's 7 fields: second, minute, hour, day, month, weekday, year. If both day and weekday are given, either one
 * is enough.
 * @returns the first instant after `after` (epoch ms) at which it fires, or undefined if there is none.
 * @throws EmulatorProblem if the expression is invalid.
 */
export function nextRun(expression: string, after: number): number | undefined {
  const fields = expression.trim().split(/\s+/);
  const year = fields[6];
  if (fields.length !== 7 || year === undefined)
    throw new EmulatorProblem(
      `"${expression}" has ${fields.length} fields: a timer has 7 (second minute hour day month weekday year).`,
    );
  let cron: Cron;
  try {
    cron = new Cron(fields.slice(0, 6).join(' '), { utcOffset: OFFSET_MINUTES });
  } catch (error) {
    throw new EmulatorProblem(`"${expression}" is no timer: ${(error as Error).message}`);
  }
  const allowed = yearsOf(expression, year);
  let from = after;
  for (;;) {
    const run = cron.nextRun(new Date(from));
    if (!run) return undefined;
    const at = run.getTime();
    const runYear = new Date(at + OFFSET_MINUTES * 60_000).getUTCFullYear();
    if (allowed(runYear)) return at;
    const later = [...Array(LAST_YEAR - runYear).keys()].map(n => runYear + 1 + n).find(allowed);
    if (later === undefined) return undefined;
    from = Date.UTC(later, 0, 1) - OFFSET_MINUTES * 60_000 - 1;
  }
}

const FIRST_YEAR = 1970;
const LAST_YEAR = 2099;

function yearsOf(expression: string, field: string): (year: number) => boolean {
  const parts = field.split(',').map(part => {
    const match = /^(?:\*|(\d{4})(?:-(\d{4}))?)(?:\/(\d+))?$/.exec(part);
    if (!match) throw new EmulatorProblem(`"${expression}" is no timer: its year "${part}" can't be read.`);
    const [, first, last, step] = match;
    const from = Number(first ?? FIRST_YEAR);
    const to = first === undefined ? LAST_YEAR : Number(last ?? (step === undefined ? first : LAST_YEAR));
    return { from, to, step: Number(step ?? 1) || 1 };
  });
  return year => parts.some(({ from, to, step }) => year >= from && year <= to && (year - from) % step === 0);
}
