/** True for what was read less than `ms` ago; what a clock that was set back calls to come is not young. */
export const isYoung = (readAt: number, now: number, ms: number): boolean => now >= readAt && now < readAt + ms;
