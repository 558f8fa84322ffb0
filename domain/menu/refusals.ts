import type {} from '../base/refuse';
import type { OfferField } from './words';

/** The details of refusals about a menu and about asks. */
declare module '../base/refuse' {
  interface RefusalDetails {
    BAD_MENU: { fields: OfferField[] };
    MENU_LIMIT: { most: number };
    /** The earlier answer. */
    ASK_ANSWERED: { answer: 'yes' | 'no' };
  }
}
