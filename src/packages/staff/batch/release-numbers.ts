import { questions } from '../../../state/asked';

/** Asked by what shows the numbers; whoever else needs a number of them reads what is known. */
export const releaseNumbers = questions('staff.numbers', batchId => ({ batchId }));
