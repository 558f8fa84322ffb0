import { fork } from 'node:child_process';
import type { LoadJob, LoadResult } from './job';

/**
 * Runs the generator in a process of its own.
 * @param entry the built `load/main.ts`
 * @throws if it ended without a result
 */
export function runLoad(entry: string, job: LoadJob): Promise<LoadResult> {
  return new Promise((resolve, reject) => {
    const child = fork(entry, [], { serialization: 'advanced' });
    let result: LoadResult | undefined;
    child.once('message', message => (result = message as LoadResult));
    child.once('exit', code => (result ? resolve(result) : reject(new Error(`the load generator ended with ${code}`))));
    child.once('error', reject);
    child.send(job);
  });
}
