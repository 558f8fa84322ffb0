import { USUAL_POLICY } from '../../../domain/attendance/no-show';
import { question } from '../memory/asked';

/** Appeals that wait for an answer. */
export const openAppeals = question('attendance.appeals', {});

/** The people whom the usual policy affects today, and the days that are waived. */
export const usualNoShows = question('attendance.noShows', USUAL_POLICY);
