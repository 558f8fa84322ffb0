import { SLOTS, type Slot, type Voice } from './wish';

/** Of those who say that they would come, so many come where nothing is known yet. */
const USUAL_RATE = 0.6;
const LEAST_RATE = 0.3;
/** From so many people told on, what they did says more than the usual rate. */
const KNOWN_FROM = 20;
const CLASS = { least: 10, most: 40, step: 5 } as const;
const MOST_CLASSES = 3;
const MOST_HOURS = 2;

/** People of earlier wishes that were opened: those who were told of it, and those who then took a place. */
export interface Experience {
  told: number;
  came: number;
}

export const rateOf = ({ told, came }: Experience): number =>
  told < KNOWN_FROM ? USUAL_RATE : Math.min(1, Math.max(LEAST_RATE, came / told));

/** How many classes and seats a wish is good for. */
export interface Suggestion {
  voices: number;
  turnedAway: number;
  /** The two together; nobody counts twice. */
  people: number;
  classes: number;
  /** Seats a class. */
  capacity: number;
  /** When most of them could come. */
  hours: Slot[];
}

/** @param voices and `turnedAway` are short ids (`domain/line/tally.ts`), so that no name is read. */
export function suggestionOf(
  voices: ReadonlySet<string>,
  turnedAway: ReadonlySet<string>,
  hours: Slot[],
  experience: Experience,
): Suggestion {
  const people = new Set([...voices, ...turnedAway]).size;
  const wanted = people * rateOf(experience);
  const classes = Math.min(MOST_CLASSES, Math.max(1, Math.ceil(wanted / CLASS.most)));
  const capacity = Math.min(CLASS.most, Math.max(CLASS.least, Math.ceil(wanted / classes / CLASS.step) * CLASS.step));
  return { voices: voices.size, turnedAway: turnedAway.size, people, classes, capacity, hours };
}

/** How many voices could come in each part of the week, most first; those before come first where equal. */
export const hoursOf = (voices: readonly Pick<Voice, 'when'>[]): { slot: Slot; people: number }[] =>
  SLOTS.map(slot => ({ slot, people: voices.filter(voice => voice.when.includes(slot)).length }))
    .filter(one => one.people > 0)
    .sort((a, b) => b.people - a.people);

export const bestHours = (voices: readonly Pick<Voice, 'when'>[]): Slot[] =>
  hoursOf(voices)
    .slice(0, MOST_HOURS)
    .map(one => one.slot);
