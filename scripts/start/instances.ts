import type { EmulatorOptions } from '../../emulator/emulator';

/**
 * How many instances `npm start` keeps and allows of the functions that a crowd calls. The bench measures with the
 * same. A machine at home has few cores. More instances than these would only take turns, and each compiles the same
 * code for itself.
 */
export const INSTANCES = {
  perFunction: { line: { min: 2, max: 2 }, app: { min: 1, max: 3 } },
} satisfies EmulatorOptions['instances'];
