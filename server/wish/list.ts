import type { Run } from '../base/door';
import { wishCard } from './cards';
import { listedWishes } from './listed';

/** As many as anybody scrolls through. */
const MOST = 200;

export const list: Run<'wish.list'> = async ({ now }) => ({
  wishes: (await listedWishes(now)).slice(0, MOST).map(wish => wishCard(wish, now)),
});
