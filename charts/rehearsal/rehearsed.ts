/** The data for the charts of a rehearsal (放号演练). Times are ms, and instants count from the stroke. */
export interface Rehearsed {
  people: number;
  /** The number of seconds within which they tapped. */
  seconds: number;
  batch: { capacity: number };
  told: { FULL_BY_BOARD: number };
  definite: number;
  lastToldAt: number;
  waits: Percentiles;
  waitsBySecond: Percentiles[];
  seats: { at: number[] };
  full: { name: string; at: number; seats: number }[];
  callsPerPerson: number;
  turned: { gate: number; instances: number };
  operations: { [kind in OperationKind]: number };
  warm: number;
  instances: { total: number; mostBusy: number; cold: number };
  spanMs: number;
  spans: Span[];
}

export interface Percentiles {
  people: number;
  p50: number;
  p95: number;
  p99: number;
  max: number;
}

export interface Span {
  told: { SEATED: number; WAITING: number; FULL: number; FULL_BY_BOARD: number; BUSY: number };
  calls: { claim: number; board: number; place: number };
  turned: { gate: number; instances: number };
  instances: { total: number; busy: number };
}

export type OperationKind = 'reserve' | 'join' | 'readSection' | 'readStanding' | 'release' | 'readBatch' | 'readBoard';
