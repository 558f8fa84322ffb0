import { question } from '../../state/asked';

/** Drafts and the newest batches, as staff see them: a batch is there the moment it is published. */
export const everything = question('staff.batches', {});
