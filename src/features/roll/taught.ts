import { question } from '../../app/memory/asked';

/** The classes that I run, as instructor or as organisation. */
export const taught = question('roll.sections', {});
