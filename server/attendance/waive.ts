import { dateText, instantOf } from '../../domain/base/clock';
import { refuse } from '../../domain/base/refuse';
import { act } from '../record/act';
import type { Run } from '../base/door';

/** A day whose absences count for nobody (暴雨、停电): sets it or takes it back. */
export const waive: Run<'attendance.waive'> = async ({ input: { actId, day, waived, reason }, memberId: by, now }) => {
  const at = instantOf(day, '00:00');
  if (at === undefined) return refuse('BAD_DAY');
  const content = { day, waived };
  await act({ actId, content, act: 'attendance.waive', by, now, reason }, async transaction => {
    const waiver = transaction.doc('waivers', day);
    if (waived) await waiver.set({ data: { reason, by, at: now } });
    else if ((await waiver.get()).data) await waiver.remove();
    return { result: null, summary: waived ? `${dateText(at)} 不记缺课` : `${dateText(at)} 恢复记缺课` };
  });
  return { waived };
};
