import { defineFunction } from '../door';
import { roster } from '../endpoints/roll/roster';
import { sections } from '../endpoints/roll/sections';

export const main = defineFunction('roll', { sections, roster });
