import { categoryOf } from '../sheet/category';
import type { Wish } from './wish';
import { plainTitle } from './words';

/** As many as fit below a field. */
const MOST = 5;

const pairsOf = (text: string): Set<string> => {
  const characters = [...text];
  return new Set(characters.slice(1).map((one, index) => `${characters[index]}${one}`));
};

/**
 * Wishes that may be the same as this title: those of its category, and those that share a pair of characters with it.
 * The ones with most voices come first.
 */
export function similarTo<W extends Pick<Wish, 'title' | 'category' | 'voiceCount'>>(
  title: string,
  wishes: readonly W[],
): W[] {
  const category = categoryOf(title);
  const pairs = pairsOf(plainTitle(title));
  const isAlike = (wish: W) =>
    (category !== 'other' && wish.category === category) ||
    [...pairsOf(plainTitle(wish.title))].some(pair => pairs.has(pair));
  return wishes
    .filter(isAlike)
    .sort((a, b) => b.voiceCount - a.voiceCount)
    .slice(0, MOST);
}
