/** What the environment shall look like: from the built functions and `database.json`, nothing else. */
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
  /** A digest of its code. It stands as a variable in the environment, so that the next run knows which code is there. */
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
  /** Names of functions that shall not be there. */
  gone?: string[];
}

/** Measures an environment, and is there only while it does. */
export const PROBE = 'probe';

/** The newest runtime of cloud functions that this project is tested on. The platform cannot change it afterwards. */
export const RUNTIME = 'Nodejs20.19';

export const BUILD_VARIABLE = 'HG_BUILD';
