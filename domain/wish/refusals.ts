import type { WishField } from './words';

/** The details of refusals about a wish. */
declare module '../base/refuse' {
  interface RefusalDetails {
    BAD_WISH: { fields: WishField[] };
    /** The wish of the same title, where a voice is one tap. */
    WISH_THERE: { wishId: string };
    WISH_LIMIT: { most: number };
  }
}
