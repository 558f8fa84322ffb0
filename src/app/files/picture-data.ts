/** A picture as a function answers with it: base64. */
export interface Picture {
  picture: string;
  contentType: string;
}

export const dataOf = ({ picture, contentType }: Picture): string => `data:${contentType};base64,${picture}`;
