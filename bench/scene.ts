import { planCrowd, seeded } from '../scripts/crowd/plan';

/** One workload: the same for every contender. */
export interface Scene {
  name: string;
  sections: number;
  capacity: number;
  waitlistLimit: number;
  /** Which section each person wants. */
  choice: Uint16Array;
}

const SEED = 20_260_314;
export const SEATS = 30;
export const WAITS = 10;

/** The rush: far more people than places, most of them at the most wanted sections. */
export function rush(people: number, sections = 12): Scene {
  return {
    name: 'rush',
    sections,
    capacity: SEATS,
    waitlistLimit: WAITS,
    choice: planCrowd(people, sections, SEED).choice,
  };
}

/** Everybody wins: there are as many people as seats, and each section is exactly filled, in random order. */
export function winners(sections: number): Scene {
  const choice = Uint16Array.from({ length: sections * SEATS }, (_, person) => person % sections);
  const random = seeded(SEED);
  for (let i = choice.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [choice[i], choice[j]] = [choice[j]!, choice[i]!];
  }
  return { name: 'winners', sections, capacity: SEATS, waitlistLimit: WAITS, choice };
}

/** Of a crowd only those who get a place, in the order in which they come. */
export function firstComers(scene: Scene): Scene {
  const room = new Array<number>(scene.sections).fill(lineSizeOf(scene));
  return { ...scene, name: 'first comers', choice: scene.choice.filter(section => room[section]!-- > 0) };
}

export const lineSizeOf = (scene: Scene): number => scene.capacity + scene.waitlistLimit;
/** The name of the crowd that is measured, and of the one that warms a server up on a separate section. */
export const CROWD = 'Bench';
export const WARM_CROWD = 'Warm';
