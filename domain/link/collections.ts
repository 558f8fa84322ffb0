import { aboutNobody, collection } from '../base/collection';
import type { Link } from './link';

export const LINK_COLLECTIONS = {
  links: collection<Link>()({
    indexes: [],
    holds: null,
    ...aboutNobody,
  }),
};
