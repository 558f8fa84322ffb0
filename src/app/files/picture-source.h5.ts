import { dataOf, type Picture } from './picture-data';

/** The source of an image. A browser takes the picture as it is. */
export const pictureSource = (_name: string, picture: Picture): string => dataOf(picture);
