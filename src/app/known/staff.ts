import { question } from '../memory/asked';

/** Drafts and the newest batches, as staff see them. A batch is there as soon as it is published. */
export const everything = question('staff.batches', {});

/** Appeals that wait for an answer. */
export const openAppeals = question('attendance.appeals', {});
