/**
 * True if something was read less than `ms` ago. After a clock was set back, `readAt` may lie in the future: that is
 * not young.
 */
export const isYoung = (readAt: number, now: number, ms: number): boolean => now >= readAt && now < readAt + ms;
