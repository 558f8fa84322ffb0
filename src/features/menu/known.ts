import { question } from '../../app/memory/asked';

/** Classes of drafts that ask me whether I take them on. */
export const asks = question('menu.asks', {});

/** What I offer. */
export const myMenu = question('menu.mine', {});
