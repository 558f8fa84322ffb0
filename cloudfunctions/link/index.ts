import { defineFunction } from '../door';
import { code } from '../endpoints/link/code';
import { scene } from '../endpoints/link/scene';

export const main = defineFunction('link', { scene, code });
