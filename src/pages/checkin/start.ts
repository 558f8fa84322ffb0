import { go } from '../../go';
import type { LessonId } from '../../state/attendance';
import { canScan, scan } from './scan';

/** From a ticket: WeChat scans at once; a browser cannot, and asks for the four digits. */
export async function startCheckIn(expected?: LessonId): Promise<void> {
  if (!canScan) return go.checkIn({ expected });
  const code = await scan();
  if (code !== undefined) go.checkIn({ expected, code });
}
