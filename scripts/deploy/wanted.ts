/** What the environment has to look like, according to the built functions and `database.json` and nothing else. */
export interface Timer {
  name: string;
  /** Seven fields, as CloudBase takes them (UTC+8). */
  cron: string;
}

export interface WantedFunction {
  name: string;
  runtime: string;
  /** MB. */
  memory: number;
  /** Seconds. */
  timeout: number;
  timers: Timer[];
  /** WeChat's own interfaces that it calls (`permissions.openapi` of its config.json). */
  openapi: string[];
  /** Names of the variables that its code reads. */
  reads: string[];
  /**
   * A digest of its code. It is stored as a variable in the environment, so that the next run knows which code is
   * there.
   */
  build: string;
}

export interface Index {
  name: string;
  keys: { field: string; direction: 1 | -1 }[];
  unique: boolean;
}

export interface WantedCollection {
  name: string;
  indexes: Index[];
}

export interface Wanted {
  functions: WantedFunction[];
  collections: WantedCollection[];
  /** Names of functions that must not be there. */
  gone?: string[];
}

/** The function that measures an environment. It is there only while it measures. */
export const PROBE = 'probe';

/** The newest runtime of cloud functions that this project is tested on. The platform cannot change it afterwards. */
export const RUNTIME = 'Nodejs20.19';

export const BUILD_VARIABLE = 'HG_BUILD';
