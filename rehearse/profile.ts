import type { Plan } from '../domain/rehearsal/rehearsal';

/** The capacity of the platform. docs/rehearse.md says where each number comes from. Times are in ms. */
export interface Profile {
  name: Plan;
  /** The name of the plan for staff. */
  label: string;
  /** Function calls per second that the environment takes; the others are turned away (429). */
  callsPerSecond: number;
  instances: {
    /** The most at the same time. */
    most: number;
    growthPerMinute: number;
    coldStartMs: number;
  };
  database: {
    connections: number;
    /** The time of one operation that need not wait. */
    latencyMs: number;
    /** How long each write holds its document. Two writes of the same document never overlap. */
    hotWriteMs: number;
    /** Operations per second; the others fail. `null` = no limit of its own. */
    operationsPerSecond: number | null;
    /** Whether a write can return the document. If not, a claim that passes reads its place (docs/decisions/0031). */
    returns: boolean;
  };
  /** The time of a call besides its operations: the platform's way in and out, and the function's own work. */
  functionMs: number;
  /** One way from the phone to the platform, as a median; some calls are much slower. */
  networkMs: number;
  /** From the read of the posted board until phones can get it. */
  postMs: number;
}

const STANDARD: Profile = {
  name: 'standard',
  label: '标准套餐',
  callsPerSecond: 1_000,
  instances: { most: 1_000, growthPerMinute: 500, coldStartMs: 400 },
  database: { connections: 100, latencyMs: 15, hotWriteMs: 3, operationsPerSecond: null, returns: true },
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
    database: { connections: 20, latencyMs: 20, hotWriteMs: 4, operationsPerSecond: 30, returns: true },
    functionMs: 8,
  },
  standard: STANDARD,
  generous: {
    ...STANDARD,
    name: 'generous',
    label: '宽裕套餐',
    callsPerSecond: 3_000,
    instances: { most: 1_000, growthPerMinute: 1_000, coldStartMs: 300 },
    database: { connections: 500, latencyMs: 10, hotWriteMs: 3, operationsPerSecond: null, returns: true },
  },
};
