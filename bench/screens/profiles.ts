/** A phone and its network, as Chromium's own throttling plays them. */
export interface Profile {
  name: string;
  /** Bits a second, down and up; absent = as fast as the machine. */
  network?: { down: number; up: number; latencyMs: number };
  /** How many times slower than this machine the phone computes. */
  cpu: number;
}

const KBIT = 1_000;

export const PROFILES: Profile[] = [
  { name: 'this machine', cpu: 1 },
  // What Lighthouse calls a mid-tier phone on slow 4G.
  {
    name: 'mid-tier phone, slow 4G',
    network: { down: 1_600 * KBIT, up: 750 * KBIT, latencyMs: 150 },
    cpu: 4,
  },
  // A basement, with what Chromium's tools call 3G.
  { name: 'old phone, 3G', network: { down: 400 * KBIT, up: 400 * KBIT, latencyMs: 400 }, cpu: 6 },
];
