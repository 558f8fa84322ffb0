/** 另有 2 个账号同号; `undefined` for a person who shares no number. */
export const sameNumberWords = (others: number | undefined): string | undefined =>
  others ? `另有 ${others} 个账号同号` : undefined;
