import { SECOND } from '../base/clock';
import type { Section } from '../model';
import { lastOf } from '../base/last-of';
import { isFull } from './line';

/**
 * The pace of a crowd that is far too large for the platform's gate (docs/decisions/0050). The gate lets in so many calls
 * a second and refuses the others, whoever they are: it draws lots among those who come. If a hundred times as many
 * people tap as it lets in, nearly every call is refused and sent again. The posted board can then say with what chance a
 * second a phone that was tapped sends its claim, so that about as many claims come as the gate takes. The odds are those
 * of the gate, and the waits have no memory: whoever starts over draws anew and gains nothing.
 */
export interface Crowd {
  /** People who have been in the waiting room. Everybody is taken to tap once. */
  people: number;
  /** The calls that the gate lets in. */
  callsPerSecond: number;
}

/** A crowd that the gate can take in this time is never held back: trying again settles it. */
const TRIED_AGAIN_MS = 100 * SECOND;

/** All of a crowd taps within this, half of it within the first quarter. */
const ALL_TAP_WITHIN_MS = 10 * SECOND;
/** A board is this old when phones use it, so it speaks of the instant so much later. */
const IN_USE_AFTER_MS = SECOND;
/**
 * Of the claims that are asked for, some do not come: phones see a pace late, and meanwhile the lines fill. In rehearsals
 * this brings just as many as the gate takes.
 */
const ASKED_FOR = 1.36;
/** Until the stroke the gate has the calls of one more second in hand. */
const IN_HAND = 2;

/**
 * Lines that grow more slowly than this share of the gate show that fewer people wait than were expected. Heard over a
 * while, and only after the crowd has had time to begin.
 */
const HEARD_SHARE = 0.4;
const HEARD_MS = 2 * SECOND;
const BEGUN_MS = 3 * SECOND;

type Line = Pick<Section, 'opensAt' | 'cancelledAt' | 'capacity' | 'waitlistLimit' | 'line' | 'lineCount'>;

/**
 * With what chance a second each waiting phone may come. `undefined` = at once, because the gate can take all who wait.
 *
 * @param sections all sections of the batch, read after `readAt`.
 */
export function paceOf(
  { people, callsPerSecond }: Crowd,
  sections: readonly Line[],
  readAt: number,
): number | undefined {
  const gateMs = callsPerSecond / SECOND;
  if (people <= gateMs * TRIED_AGAIN_MS) return undefined;
  const lines = sections.filter(({ cancelledAt }) => cancelledAt === undefined);
  if (lines.length === 0) return undefined;
  const opensAt = Math.min(...lines.map(one => one.opensAt));
  const since = readAt - opensAt;
  const lately = lines.reduce((sum, { line }) => sum + line.filter(({ at }) => at > readAt - HEARD_MS).length, 0);
  const heard = since < BEGUN_MS ? 1 : Math.min(1, lately / (HEARD_SHARE * gateMs * HEARD_MS));
  const tapped = Math.min(1, Math.sqrt((Math.max(0, since) + IN_USE_AFTER_MS) / ALL_TAP_WITHIN_MS));
  const waiting = people * heard * tapped * shareStillOpen(lines, opensAt, readAt);
  return waiting <= callsPerSecond ? undefined : ((since > 0 ? 1 : IN_HAND) * ASKED_FOR * callsPerSecond) / waiting;
}

/** Joins are counted in spans of this length. */
const SPAN_MS = SECOND / 4;
/** Before anybody has joined, a line is taken to be as wanted as any other. That counts as much as half a person. */
const GUESS = 0.5;

/**
 * The share of the crowd whose line is still open. How wanted a line is shows in how fast it grew while it was open, in
 * comparison with the others that were open then, because everybody who waits has the same chance.
 */
function shareStillOpen(sections: readonly Line[], opensAt: number, readAt: number): number {
  const spanOf = (at: number) => Math.max(0, Math.floor((at - opensAt) / SPAN_MS));
  const spans = spanOf(readAt) + 1;
  const lines = sections.map(section => {
    const joins = new Array<number>(spans).fill(0);
    for (const { at } of section.line) joins[Math.min(spans - 1, spanOf(at))]! += 1;
    const filledAt = isFull(section) ? (lastOf(section.line)?.at ?? opensAt) : Infinity;
    return { joins, lastSpan: spanOf(filledAt), joined: 0, exposure: 0 };
  });
  const wanted = (of: readonly (typeof lines)[number][]) =>
    of.reduce((sum, line) => sum + (line.joined + GUESS) / (line.exposure + GUESS * lines.length), 0);
  for (let span = 0; span < spans; span++) {
    const open = lines.filter(line => line.lastSpan >= span);
    const exposure = open.length === 0 ? 0 : open.reduce((sum, line) => sum + line.joins[span]!, 0) / wanted(open);
    for (const line of open) {
      line.joined += line.joins[span]!;
      line.exposure += exposure;
    }
  }
  return wanted(lines.filter(line => line.lastSpan === Infinity)) / wanted(lines);
}
