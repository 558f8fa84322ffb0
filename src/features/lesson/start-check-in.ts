import { go } from '../../app/way/go';
import type { LessonId } from '../../app/known/attendance';
import { canScan, scan } from './scan';

/** Starts a check-in from a ticket. WeChat scans at once; a browser cannot, so it asks for the four digits. */
export async function startCheckIn(expected?: LessonId): Promise<void> {
  if (!canScan) return go.checkIn({ expected });
  const code = await scan();
  if (code !== undefined) go.checkIn({ expected, code });
}
