/** What the generator is asked to do, and what it reports: messages between two processes. */
export interface LoadJob {
  port: number;
  path: string;
  /** The body of a claim, one for each section. ASCII. */
  bodies: string[];
  /** Which section each person wants: an index into `bodies`. */
  choice: Uint16Array;
  /** Names the crowd: `openidOf(crowd, person)`. */
  crowd: string;
  /** How many connections there are, each with one outstanding request. */
  connections: number;
  /**
   * Open loop: arrivals per second, whatever the server does. Absent for the closed loop, in which the next person
   * comes when one is answered.
   */
  perSecond?: number;
}

export interface LoadResult {
  /** From the first arrival to the last answer. */
  wallMs: number;
  /** Microseconds to a definite answer: from sending in the closed loop, from the *intended* arrival in the open one. */
  latency: Uint32Array;
  /**
   * Open loop: µs that a request left later than intended although a connection was free. This is the generator's
   * own fault.
   */
  lateness: Uint32Array;
  /** `KIND` of what each person was told, their number, and when (ms since the start) they first sent and were answered. */
  kind: Uint8Array;
  number: Int32Array;
  sentAt: Float64Array;
  answeredAt: Float64Array;
  requests: number;
  /** CPU used by the generator itself. */
  cpuMicros: number;
  /** An answer of kind OTHER, if there was one, to show what went wrong. */
  strange?: string;
}

/** A worker's OPENID: 28 characters, as WeChat's are. */
export const openidOf = (crowd: string, person: number): string =>
  `o${crowd}${person.toString(36).padStart(27 - crowd.length, '0')}`;
