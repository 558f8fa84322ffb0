import type { Category } from '../model';
import type { Slot } from '../wish/wish';

/**
 * `menus` (菜单): a course that an organisation or an instructor offers to the union. `_id` follows from the act that
 * wrote it. Nothing of it is public; staff choose from it while they prepare a batch.
 */
export interface MenuItem {
  _id: string;
  by: string;
  /** As the course sheet would spell them. Whoever offers it runs a class with these two (`domain/people/own.ts`). */
  organisation: string;
  instructor: string;
  course: string;
  category: Category;
  about: string;
  /** People in a class, at least and at most. */
  least: number;
  most: number;
  when: Slot[];
  /** Of one lesson. */
  minutes: number;
  /** How many lessons a class has. */
  lessons: number;
  /** A room with water, tables, instruments; '' = nothing special. */
  needs: string;
  /** Yuan for a whole class. `null` = not said. Only staff and the author see it. */
  cost: number | null;
  state: 'offered' | 'withdrawn';
  /** When it was last written. */
  at: number;
  revision: number;
}

/** The fields that its author fills in. */
export type Offer = Omit<MenuItem, '_id' | 'by' | 'category' | 'state' | 'at' | 'revision'>;

/** The items that one person may have. It is looked up and no invariant. */
export const MOST_ITEMS = 50;
