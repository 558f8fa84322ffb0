import { defineFunction } from '../../server/base/door';
import { code } from '../../server/link/code';
import { scene } from '../../server/link/scene';

export const main = defineFunction('link', { scene, code });
