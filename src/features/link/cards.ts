import type { BatchCard, SectionCard } from '../../../domain/api';
import type { Category } from '../../../domain/model';
import { dayText, timeText } from '../../../domain/base/clock';
import { pathOf, queryOf } from '../../../domain/link/routes';
import { phaseOf } from '../../../domain/batch/phase';
import { known } from '../../ui/motifs/motif';
import { sectionTitle, shortTimes } from '../../app/words';

/** What somebody passes on: a sentence, a page with its parameters, and the windows that are lit in its picture. */
export interface ShareCard {
  title: string;
  page: string;
  query: string;
  categories: Category[];
}

const DEFAULT: Category[] = ['choir', 'tea', 'guqin', 'papercut'];

export function homeCard(hero?: BatchCard): ShareCard {
  const title = hero ? `惠工课堂：${hero.title}${whenOf(hero)}` : '惠工课堂：工会办的课，工会会员来报名';
  return { title, page: pathOf('home'), query: '', categories: hero ? categoriesOf(hero) : DEFAULT };
}

/**
 * @param now used only to see whether the batch is open yet. A card stays in a chat for days, so it names the day
 * and never says 今晚.
 */
export const batchCardOf = (batch: BatchCard, now: number): ShareCard => ({
  title: `${batch.title}${phaseOf(batch, now) === 'upcoming' ? whenOf(batch) : `，${batch.sectionCount} 个班`}`,
  page: pathOf('batch'),
  query: queryOf('batch', { batchId: batch.batchId }),
  categories: categoriesOf(batch),
});

export const sectionCardOf = (section: SectionCard): ShareCard => ({
  title: `${sectionTitle(section)}，${shortTimes(section)}`,
  page: pathOf('section'),
  query: queryOf('section', { batchId: section.batchId, sectionId: section.sectionId }),
  categories: [known(section.category)],
});

/**
 * The card of my own seat. It says that I have one, and the class. It says neither my place in the line nor
 * anybody's name.
 */
export const seatCardOf = (section: SectionCard): ShareCard => ({
  ...sectionCardOf(section),
  title: `我报上了${sectionTitle(section)}，${shortTimes(section)}`,
});

const categoriesOf = (batch: BatchCard): Category[] => [...new Set(batch.categories.map(known))].slice(0, 4);

const whenOf = (batch: BatchCard): string => `，${dayText(batch.opensAt)} ${timeText(batch.opensAt)} 开放报名`;
