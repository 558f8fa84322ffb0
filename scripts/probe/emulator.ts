import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProbeReport } from '../../domain/probe/compare';
import { startEmulator } from '../../emulator/emulator';
import { measure } from './measure';

/** The same bundle that is deployed, on the emulator of this machine. */
export async function measureEmulator(
  functions: string,
  tell: (sentence: string) => void,
  instanceEntry?: string,
): Promise<ProbeReport> {
  const data = mkdtempSync(join(tmpdir(), 'probe-'));
  // The cloud's functions run in UTC, and threads take the time zone of their process.
  process.env['TZ'] = 'UTC';
  const ownerKey = randomUUID();
  const emulator = await startEmulator({
    functions,
    data,
    port: 0,
    timers: false,
    env: { HG_OWNER_KEY: ownerKey },
    instances: { min: 0, max: 10 },
    ...(instanceEntry ? { instanceEntry } : {}),
  });
  try {
    return await measure('emulator', event => emulator.call('probe', event), tell, ownerKey);
  } finally {
    await emulator.stop();
    rmSync(data, { recursive: true, force: true });
  }
}
