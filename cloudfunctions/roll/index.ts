import { defineFunction } from '../door';
import { attendance } from '../endpoints/roll/attendance';
import { code } from '../endpoints/roll/code';
import { lesson } from '../endpoints/roll/lesson';
import { letIn } from '../endpoints/roll/let-in';
import { mark } from '../endpoints/roll/mark';
import { past } from '../endpoints/roll/past';
import { roster } from '../endpoints/roll/roster';
import { sections } from '../endpoints/roll/sections';

export const main = defineFunction('roll', { sections, past, roster, lesson, mark, code, letIn, attendance });
