import { question } from '../../app/memory/asked';

/** Classes of drafts that ask me whether I take them on. */
export const asks = question('menu.asks', {});

/** The items of my menu. */
export const myMenu = question('menu.mine', {});
