export const ARMED_AFTER_MS = 0;
