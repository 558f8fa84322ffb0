import { createHash } from 'node:crypto';
import type { LinkTarget } from '../../domain/link/link';
import { TAG_LENGTH, TOKEN_LENGTH } from '../../domain/link/scene';

const shortened = (text: string, length: number): string =>
  createHash('sha256').update(text).digest('base64url').slice(0, length);

/** A tag of the environment that the functions run in. Its 36 bits tell environments apart and prove nothing. */
export const tagOf = (environment: string): string => shortened(`environment/${environment}`, TAG_LENGTH);

/** A token of a target. It has 120 bits, so that two targets never share one. */
export function tokenOf(target: LinkTarget): string {
  switch (target.to) {
    case 'batch':
      return shortened(`batch/${target.batchId}`, TOKEN_LENGTH);
    case 'section':
      return shortened(`section/${target.sectionId}`, TOKEN_LENGTH);
    case 'lesson':
      return shortened(`lesson/${target.sectionId}/${target.lessonIndex}`, TOKEN_LENGTH);
  }
}
