import { questions } from '../../../app/memory/asked';

/** The part of the page that shows the numbers asks for them. Other parts that need one read what is known. */
export const releaseNumbers = questions('staff.numbers', batchId => ({ batchId }));
