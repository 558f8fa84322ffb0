import type { Part, RecordEntry } from '../model';

/**
 * The forms of old entries, from before sentences were made of parts. Each act wrote one form, so the form shows where
 * the name is. The entry says whose name it is: by its `memberId`, or for an invitation by its own id. Any other text
 * stays text.
 */
const FORMS = [
  /^(.*把)(.+)(加入队伍(?:，.*)?|从(?:第|候补).*|移出队伍(?:，.*)?)$/,
  /^()(.+)(接受邀请，成为.+)$/,
  /^(取消)(.+)(的[^的]+身份)$/,
  /^((?:改考勤|免记缺课|不算缺课|维持缺课)：.*，)([^，]+)()$/,
  /^(补位：.*，|)(.+)( 进来上.*)$/,
];
const INVITED = [/^(邀请)(.+)(成为.+)$/, /^(收回给)(.+)(的[^的]+邀请)$/];
const CORRECTED = /^(补签：(?:.*，)?)(.+)$/;
const ITEM = /^(.+)( [^ ]+)$/;

/** @param corrected the people whom an instructor's correction names, in its order, as far as they are known */
export function oldParts(
  { _id, act, memberId, summary = '' }: RecordEntry,
  corrected: readonly (string | undefined)[] = [],
): Part[] {
  if (act === 'roll.correct') return correctionParts(summary, corrected);
  const invited = act === 'invite.create' || act === 'invite.revoke';
  const whose = invited ? _id.replace(/-revoked$/, '') : memberId;
  const found = (invited ? INVITED : FORMS).map(form => form.exec(summary)).find(match => match !== null);
  if (!found || whose === undefined) return [summary];
  const [, before = '', name = '', after = ''] = found;
  return [before, { memberId: whose, name }, after].filter(part => part !== '');
}

function correctionParts(summary: string, people: readonly (string | undefined)[]): Part[] {
  const [, before = '', list = ''] = CORRECTED.exec(summary) ?? [];
  const items = list.split('、').map((item, index): Part[] => {
    const [, name = item, state = ''] = ITEM.exec(item) ?? [];
    const memberId = people[index];
    return memberId === undefined ? [item] : [{ memberId, name }, state];
  });
  if (people.length === 0 || list === '') return [summary];
  return [before, ...items.flatMap((item, index) => (index === 0 ? item : ['、', ...item]))];
}

/** How many people an old correction names. */
export const namedInCorrection = (summary: string): number => (CORRECTED.exec(summary)?.[2] ?? '').split('、').length;
