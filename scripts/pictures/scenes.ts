import { INSTRUCTOR } from './instructor';
import type { Scene } from './scene';
import { STAFF } from './staff';
import { WORKER } from './worker';

/** Every picture of README and docs/. A test fails if a picture is shown nowhere, or a scene has no picture. */
export const SCENES: readonly Scene[] = [...WORKER, ...INSTRUCTOR, ...STAFF];
