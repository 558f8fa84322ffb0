import { pathOf } from './routes';

/**
 * Mini-program codes (小程序码): somebody scans one at a poster or a classroom door, and it opens a page. A code proves
 * nothing: a lesson's code opens the check-in page, where the rotating code is scanned or typed as always.
 */
export type LinkTarget =
  | { to: 'batch'; batchId: string }
  | { to: 'section'; batchId: string; sectionId: string }
  | { to: 'lesson'; batchId: string; sectionId: string; lessonIndex: number };

/**
 * `links`: one document per code that was ever given out. It is written last, so that the picture exists whenever the
 * document does.
 */
export interface Link {
  /** The token of the code's scene. It follows from the target, so that making a code twice is once. */
  _id: string;
  target: LinkTarget;
  /** The picture in the storage. */
  fileId: string;
  contentType: string;
  madeAt: number;
}

/** Where the storage keeps a code's picture. */
export const picturePath = (token: string, contentType: string): string =>
  `codes/${token}.${contentType.includes('png') ? 'png' : 'jpg'}`;

/** The page that a code opens. */
export const PAGE_OF: Record<LinkTarget['to'], string> = {
  batch: pathOf('batch'),
  section: pathOf('section'),
  lesson: pathOf('checkin'),
};
