import * as z from 'zod';
import type { Stage } from '../loop/loop';
import { endpoint, nothing, ofSection, STAFF, words } from './endpoint';

/** A course with its five stages. `key` is its name as it is compared. */
export interface CourseLoop {
  key: string;
  course: string;
  stages: Stage[];
}

export const LOOP = {
  /** Every course that is wished for, prepared or published. Those that ask for something come first. */
  'loop.courses': endpoint<{ courses: CourseLoop[] }>()({ access: STAFF, input: nothing, refusals: [] }),
  /** One of them, with the attendance of its last batch; `null` = there is no such course any more. */
  'loop.course': endpoint<{ course: CourseLoop | null }>()({
    access: STAFF,
    input: z.strictObject({ key: words(100, 1) }),
    refusals: [],
  }),
  /** 职工提出 42 → 工会立项 → 益才教育承办 → 30 人参加 → 满意 96%, as far as the class has come. It may be a minute old. */
  'loop.section': endpoint<{ words: string[] }>()({
    access: 'public',
    input: ofSection,
    refusals: ['SECTION_NOT_FOUND'],
  }),
};
