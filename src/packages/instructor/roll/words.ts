import type { RollPerson } from '../../../../domain/contract';
import { timeText } from '../../../../domain/clock';
import { MARK_WORDS } from '../../../../domain/rules/mark-words';
import type { RollRow } from './rows';

/** Nearer than that a phone's idea of where it is says nothing. */
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

export function disputeText({ disputed }: RollRow): string {
  if (!disputed) return '';
  const said = disputed.state ? `记的是 ${MARK_WORDS[disputed.state]}` : '取消了记录';
  return `另一部手机 ${timeText(disputed.at)} ${said}，以后记的为准`;
}
