import * as z from 'zod';
import { endpoint, id, lessonIndex } from './endpoint';
import type { SectionCard } from './shown';

/**
 * Where a scanned code leads. A code of a lesson that is over or called off still leads to that lesson, and the page
 * says so. `from`: when check-in to it begins.
 */
export type SceneLeads =
  | { to: 'batch'; batchId: string }
  | { to: 'section'; batchId: string; sectionId: string }
  | { to: 'lesson'; section: SectionCard; lessonIndex: number; from: number }
  | { to: 'certificate'; code: string };

/** A mini-program code as a picture, base64. */
export interface CodePicture {
  picture: string;
  contentType: string;
  scene: string;
}

export const LINK = {
  /** Returns where a scanned code leads. */
  'link.scene': endpoint<SceneLeads>()({
    access: 'anyone',
    input: z.strictObject({ scene: z.string().min(1).max(128) }),
    refusals: ['SCENE_UNKNOWN', 'SCENE_FOREIGN', 'SCENE_GONE'],
  }),
  /**
   * The code of a batch (for staff), or of a section or a lesson (for staff and those who run it). WeChat makes it
   * once, then it is kept.
   */
  'link.code': endpoint<CodePicture>()({
    access: ['staff', 'instructor', 'organisation'],
    input: z.discriminatedUnion('to', [
      z.strictObject({ to: z.literal('batch'), batchId: id }),
      z.strictObject({ to: z.literal('section'), sectionId: id }),
      z.strictObject({ to: z.literal('lesson'), sectionId: id, lessonIndex }),
    ]),
    refusals: [
      'BATCH_NOT_FOUND',
      'SECTION_NOT_FOUND',
      'LESSON_NOT_FOUND',
      'CODE_TOO_MANY',
      'CODE_NOT_ANSWERED',
      'CODE_UNPUBLISHED',
      'CODE_NOT_ALLOWED',
    ],
  }),
};
