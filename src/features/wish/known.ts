import { question } from '../../app/memory/asked';

/** The wishes of everybody. */
export const wishes = question('wish.list', {});

/** The wishes that I proposed or joined. */
export const myWishes = question('wish.mine', {});
