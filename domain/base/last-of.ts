/** The last item of a list. Phones from before 2022 have no `at(-1)`, and WeChat adds no polyfill. */
export const lastOf = <T>(list: readonly T[]): T | undefined => list[list.length - 1];
