import { question } from '../../app/memory/asked';

/** The classes that I can rate now, and those of them that I have rated. */
export const myRatings = question('rating.mine', {});
