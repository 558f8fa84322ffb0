import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Scene } from '../scene';
import { WARM, WARM_CAPACITY, sectionIdOf } from './contender';
import { PEERS } from './paths';

export const peersInstalled = (): boolean => existsSync(join(PEERS, 'node_modules/fastify'));

export const plainBody = (section: number): string => JSON.stringify({ sectionId: sectionIdOf(section) });

export const sectionIdsOf = (scene: Scene): string[] =>
  Array.from({ length: scene.sections }, (_, i) => sectionIdOf(i));

/** All sections with their sizes, including the one for the warm-up. */
export const sizesOf = (scene: Scene): { id: string; capacity: number; waitlistLimit: number }[] => [
  ...sectionIdsOf(scene).map(id => ({ id, capacity: scene.capacity, waitlistLimit: scene.waitlistLimit })),
  { id: sectionIdOf(WARM), capacity: WARM_CAPACITY, waitlistLimit: scene.waitlistLimit },
];

/** Runs one of the small programs that read a database's record. */
export function readLines(program: string, settings: object): Promise<string[][]> {
  return new Promise((resolve, reject) => {
    const child = fork(join(PEERS, program), [], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    child.once('message', message => resolve((message as { lines: string[][] }).lines));
    child.once('error', reject);
    child.once('exit', code => reject(new Error(`${program} ended with ${code}`)));
    child.send(settings);
  });
}
