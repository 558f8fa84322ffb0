import { question } from '../../app/memory/asked';

/** What everybody wishes for. */
export const wishes = question('wish.list', {});

/** The wishes that I proposed or joined. */
export const myWishes = question('wish.mine', {});
