/** On one machine, `single=1` in the address plays the page that 朋友圈 opens (`single-page.weapp.ts`). */
export const isSinglePage = (): boolean =>
  process.env.HG_LOCAL === '1' && /[?&]single=1(&|$)/.test(window.location.hash);
