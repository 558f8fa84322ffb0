import { questions } from '../../../app/memory/asked';

/** The courses that organisations and instructors offer; with a wish, those that fit it come first. */
export const menuFor = questions('menu.list', wishId => (wishId ? { wishId } : {}));
