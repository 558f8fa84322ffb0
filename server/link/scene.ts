import { refuse } from '../../domain/base/refuse';
import { rollOpensAt } from '../../domain/lesson/roll-times';
import { readCertificateScene, readScene } from '../../domain/link/scene';
import { sectionCard } from '../batch/cards';
import type { Run } from '../base/door';
import { environment } from '../base/identity';
import { tagOf } from './link-token';
import { scheduledBatch } from '../batch/recent-batches';
import { recentSection } from '../lesson/lesson-memory';
import { targetOfToken } from './link-memory';

/** The target of a scene is kept in the instance's memory, because a whole class scans the card at its door. */
export const scene: Run<'link.scene'> = async ({ input, now }) => {
  const certificate = readCertificateScene(input.scene);
  if (certificate) {
    const { tag, code } = certificate;
    return tag === tagOf(environment()) ? { to: 'certificate', code } : refuse('SCENE_FOREIGN');
  }
  const read = readScene(input.scene);
  if (!read) return refuse('SCENE_UNKNOWN');
  if (read.tag !== tagOf(environment())) return refuse('SCENE_FOREIGN');
  const target = await targetOfToken(read.token);
  if (!target) return refuse('SCENE_UNKNOWN');
  if (!(await scheduledBatch(target.batchId, now))) return refuse('SCENE_GONE');
  if (target.to === 'batch') return { to: 'batch', batchId: target.batchId };
  const section = await recentSection(target.sectionId, now);
  if (!section) return refuse('SCENE_GONE');
  if (target.to === 'section') return { to: 'section', batchId: target.batchId, sectionId: target.sectionId };
  const lesson = section.lessons[target.lessonIndex];
  if (!lesson) return refuse('SCENE_GONE');
  return {
    to: 'lesson',
    section: sectionCard(section),
    lessonIndex: target.lessonIndex,
    from: rollOpensAt(lesson),
  };
};
