import { similarTo } from '../../domain/wish/alike';
import type { Run } from '../base/door';
import { wishCard } from './cards';
import { listedWishes } from './listed';

export const similar: Run<'wish.similar'> = async ({ input: { title }, now }) => ({
  wishes: similarTo(title, await listedWishes(now)).map(wish => wishCard(wish, now)),
});
