import type { Section } from '../model';

/** A class as people call it: 茶艺一班. */
export const titleOf = ({ course, name }: Pick<Section, 'course' | 'name'>): string => `${course}${name}`;
