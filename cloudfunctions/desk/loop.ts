import type { Endpoints } from '../../server/base/door';
import { course } from '../../server/loop/course';
import { courses } from '../../server/loop/courses';

export const loop: Endpoints<'desk', 'loop'> = { courses, course };
