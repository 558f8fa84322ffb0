import type { MarkState } from './roll';

/** What a mark is called, on every screen and in every sheet. */
export const MARK_WORDS: Record<MarkState, string> = { present: '到', late: '迟到', leave: '请假', absent: '缺课' };
