import type { Scene } from '../scene';

/** Database work since the warm-up, where the contender counts it. */
export interface Operations {
  total: number;
  /** Writes asked of the documents that hold the seats, refused ones too. */
  seatWrites: number;
}

/** A contender that runs: where to send claims, and what it can tell afterwards. */
export interface Running {
  port: number;
  path: string;
  /** The body of a claim for section `index`; index −1 is the section to warm up on. */
  body(section: number): string;
  /** Roots of its processes: server and database. */
  pids: number[];
  /** After the warm-up, before the stroke. */
  prepare?(): Promise<void>;
  /** Per section, who stands in it in the database's own order. Absent: it keeps no record. */
  lines?(): Promise<string[][]>;
  nameOf?(openid: string): string;
  operations?(): Promise<Operations>;
  stop(): Promise<void>;
}

export interface Contender {
  id: string;
  label: string;
  /** @returns why it cannot run here, in two words, where it cannot. */
  start(scene: Scene, folder: string): Promise<Running | string>;
}

/** The section that only the warm-up uses. */
export const WARM = -1;
export const sectionIdOf = (index: number): string => (index === WARM ? 'warm' : `s${index}`);
/** People of the warm-up, and seats of its section. */
export const WARM_PEOPLE = 3_000;
export const WARM_CAPACITY = 200;
