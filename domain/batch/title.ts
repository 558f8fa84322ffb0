import type { Section } from '../model';

/** A class as people call it: 茶艺一班; the name alone where it says the course already. */
export const titleOf = ({ course, name }: Pick<Section, 'course' | 'name'>): string =>
  name && name !== course ? `${course}${name}` : course;

/** The same of a class that may be gone. */
export const titleOrGone = (section: Pick<Section, 'course' | 'name'> | undefined): string =>
  section ? titleOf(section) : '（已删除的班）';
