import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from './part';

export interface Machine {
  cores: number;
  node: string;
  platform: string;
  /** Median of 50 writes of 4 KB, each with its sync, in ms: what durability costs on this disk. */
  syncMs: number;
}

export function machine(): Machine {
  return { cores: cpus().length, node: process.versions.node, platform: process.platform, syncMs: syncMs() };
}

function syncMs(): number {
  const folder = mkdtempSync(join(tmpdir(), 'bench-sync-'));
  const file = openSync(join(folder, 'file'), 'w');
  const times: number[] = [];
  for (let i = 0; i < 50; i++) {
    const began = performance.now();
    writeSync(file, Buffer.alloc(4096));
    fsyncSync(file);
    times.push(performance.now() - began);
  }
  closeSync(file);
  rmSync(folder, { recursive: true });
  return median(times);
}
