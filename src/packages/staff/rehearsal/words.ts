import { FEWEST_PEOPLE, MOST_PEOPLE, type Plan, type RehearsalNumbers } from '../../../../domain/rehearsal/rehearsal';

export const PLAN_WORDS: [Plan, string][] = [
  ['smallest', '最低'],
  ['standard', '标准'],
  ['generous', '宽裕'],
];

/** 60,000, without relying on the phone's own idea of a locale. */
export const countText = (value: number): string => String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');

/** The number as people type it (60000, 60,000, ６万), or what is wrong with it, in a sentence. */
export function crowdOf(text: string): number | string {
  const plain = text.normalize('NFKC').replace(/[\s,，人]/g, '');
  const [, digits, unit] = /^(\d+(?:\.\d+)?)(万?)$/.exec(plain) ?? [];
  if (digits === undefined) return '请填人数，例如 60000';
  const people = Math.round(Number(digits) * (unit ? 10_000 : 1));
  if (people < FEWEST_PEOPLE) return `至少 ${countText(FEWEST_PEOPLE)} 人，再少不会挤`;
  return people <= MOST_PEOPLE ? people : `最多 ${countText(MOST_PEOPLE)} 人`;
}

/** Whether the batch has been changed since it was rehearsed. */
export const isOld = (then: RehearsalNumbers['batch'], now: RehearsalNumbers['batch']): boolean =>
  then.sections !== now.sections || then.capacity !== now.capacity || then.places !== now.places;
