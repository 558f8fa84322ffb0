import { INSTRUCTOR } from './instructor';
import type { Scene } from './scene';
import { STAFF } from './staff';
import { WORKER } from './worker';

/** Every picture of README and docs/. A picture that nobody shows, and a scene without one, fail a test. */
export const SCENES: readonly Scene[] = [...WORKER, ...INSTRUCTOR, ...STAFF];
