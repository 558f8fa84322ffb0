import type { Section } from '../model';

/** The name that people use for a class: 茶艺一班. If the name contains the course already, it is the name alone. */
export const titleOf = ({ course, name }: Pick<Section, 'course' | 'name'>): string =>
  name && name !== course ? `${course}${name}` : course;

/** Like `titleOf`, for a class that may be gone. */
export const titleOrGone = (section: Pick<Section, 'course' | 'name'> | undefined): string =>
  section ? titleOf(section) : '（已删除的班）';
