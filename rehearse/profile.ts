import type { Plan } from '../domain/rehearsal/rehearsal';

/** What the platform gives. Where a number comes from stands in docs/rehearse.md. Times are ms. */
export interface Profile {
  name: Plan;
  /** As staff would call it. */
  label: string;
  /** Function calls a second that the environment takes; the others are turned away (429). */
  callsPerSecond: number;
  instances: {
    /** At once, at most. */
    most: number;
    growthPerMinute: number;
    coldStartMs: number;
  };
  database: {
    connections: number;
    /** One operation, without waiting. */
    latencyMs: number;
    /** Two writes of the same document never overlap: so long holds each of them the document. */
    hotWriteMs: number;
    /** Operations a second; the others fail. `null` = no limit of its own. */
    operationsPerSecond: number | null;
  };
  /** What a call costs besides its operations: the platform's way in and out, and the function's own work. */
  functionMs: number;
  /** From the phone to the platform, one way, median; some are much slower. */
  networkMs: number;
  /** From the read of the posted board until phones can get it. */
  postMs: number;
}

const STANDARD: Profile = {
  name: 'standard',
  label: '标准套餐',
  callsPerSecond: 1_000,
  instances: { most: 1_000, growthPerMinute: 500, coldStartMs: 400 },
  database: { connections: 100, latencyMs: 15, hotWriteMs: 3, operationsPerSecond: null },
  functionMs: 6,
  networkMs: 40,
  postMs: 250,
};

export const PROFILES: Record<Plan, Profile> = {
  smallest: {
    ...STANDARD,
    name: 'smallest',
    label: '最低套餐',
    callsPerSecond: 200,
    instances: { most: 200, growthPerMinute: 500, coldStartMs: 600 },
    database: { connections: 20, latencyMs: 20, hotWriteMs: 4, operationsPerSecond: 30 },
    functionMs: 8,
  },
  standard: STANDARD,
  generous: {
    ...STANDARD,
    name: 'generous',
    label: '宽裕套餐',
    callsPerSecond: 3_000,
    instances: { most: 1_000, growthPerMinute: 1_000, coldStartMs: 300 },
    database: { connections: 500, latencyMs: 10, hotWriteMs: 3, operationsPerSecond: null },
  },
};
