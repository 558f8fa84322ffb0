import type { Scene } from '../scene';

/** Database work since the warm-up, if the contender counts it. */
export interface Operations {
  total: number;
  /** Writes requested for the documents that hold the seats, including refused ones. */
  seatWrites: number;
}

/** A contender that runs: where to send claims, and what it can report afterwards. */
export interface Running {
  port: number;
  path: string;
  /** The body of a claim for section `index`; index −1 is the section to warm up on. */
  body(section: number): string;
  /** The root processes: server and database. */
  pids: number[];
  /** After the warm-up, before the stroke. */
  prepare?(): Promise<void>;
  /** For each section, who stands in it in the database's own order. Absent if it keeps no record. */
  lines?(): Promise<string[][]>;
  nameOf?(openid: string): string;
  operations?(): Promise<Operations>;
  stop(): Promise<void>;
}

export interface Contender {
  id: string;
  label: string;
  /** @returns in two words why it cannot run here, if it cannot. */
  start(scene: Scene, folder: string): Promise<Running | string>;
}

/** The section that only the warm-up uses. */
export const WARM = -1;
export const sectionIdOf = (index: number): string => (index === WARM ? 'warm' : `s${index}`);
/** The number of people in the warm-up, and of seats in its section. */
export const WARM_PEOPLE = 3_000;
export const WARM_CAPACITY = 200;
