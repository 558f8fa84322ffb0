import type { RollPerson, ShownMark } from '../../../domain/api';
import { dayKey, dayText, timeText } from '../../../domain/base/clock';
import { MARK_WORDS } from '../../../domain/roll/mark-words';
import type { RollRow } from './rows';

/** Below this distance a phone's position is too inexact to say anything. */
const FAR_M = 100;

/** Where a guest's seat comes from. */
export const GUEST_WORDS: Record<RollPerson['as'], string> = { seat: '', lent: '借座', 'walk-in': '补位' };

export const farText = (metres: number | null | undefined): string =>
  metres != null && metres >= FAR_M ? `约 ${metres} 米外` : '';

/** 19:21 扫码，约 120 米外 */
export function checkedInText({ person: { mark }, unsent }: RollRow): string {
  if (!mark || unsent || mark.source !== 'self') return '';
  const far = farText(mark.metres);
  return `${timeText(mark.at)} 扫码${far ? `，${far}` : ''}`;
}

/** The check-in in a dispute, which can be accepted with one tap. */
export const scanOf = ({ person: { mark }, disputed }: RollRow): ShownMark | null =>
  disputed && mark ? ([mark, disputed].find(one => one.source === 'self') ?? null) : null;

/** 本人 18:18 扫过码；老师 18:20 记的是 缺课 */
export function disputeText(row: RollRow): string {
  const { disputed } = row;
  const { mark } = row.person;
  if (!disputed || !mark) return '';
  const scan = scanOf(row);
  if (!scan)
    return `${whose(disputed)} ${timeText(disputed.at)} 记的是 ${MARK_WORDS[disputed.state]}，现在按 ${MARK_WORDS[mark.state]} 算`;
  const other =
    scan === mark ? `；${whose(disputed)} ${timeText(disputed.at)} 记的是 ${MARK_WORDS[disputed.state]}` : '';
  return `本人 ${timeText(scan.at)} 扫过码${other}`;
}

const whose = ({ source, mine }: ShownMark): string =>
  source === 'staff' ? '工会' : source === 'instructor' && mine ? '您' : '另一部手机';

/** 次日 09:10 才传到: the mark waited on a phone without signal. */
export const receivedText = ({ person: { mark }, unsent }: RollRow): string =>
  mark && !unsent && mark.receivedAt !== null
    ? `${timeText(mark.at)} 点的，${dayKey(mark.receivedAt) === dayKey(mark.at) ? '' : `${dayText(mark.receivedAt)} `}${timeText(mark.receivedAt)} 才传到`
    : '';
