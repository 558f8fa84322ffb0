/** The last of a list. Phones from before 2022 have no `at(-1)`, and nothing in WeChat brings it. */
export const lastOf = <T>(list: readonly T[]): T | undefined => list[list.length - 1];
