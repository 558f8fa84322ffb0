import { questions } from '../../../app/memory/asked';

/** What organisations and instructors offer; with a wish, what fits it first. */
export const menuFor = questions('menu.list', wishId => (wishId ? { wishId } : {}));
