import { dayText } from '../base/clock';
import type { Certificate } from './certificate';
import { spacedCode } from './code';

const STATED = [
  'code',
  'union',
  'course',
  'title',
  'hours',
  'came',
  'held',
  'from',
  'until',
  'issuedAt',
] as const satisfies (keyof Certificate)[];

/** The facts of a certificate, without the name. */
export type Stated = Pick<Certificate, (typeof STATED)[number]>;

/** Takes the facts out of a certificate, and nothing else of it. */
export const statedOf = (one: Stated): Stated =>
  Object.fromEntries(STATED.map(field => [field, one[field]])) as unknown as Stated;

const dayWithYear = (at: number): string => dayText(at, 0);

/**
 * Every fact of a certificate, in order. The picture and the page on which anybody checks it both read this list, so
 * that no fact can stand on one and not on the other.
 */
export const factsOf = (stated: Stated, name: string): [label: string, text: string][] => [
  ['姓名', name],
  ['课程', stated.title],
  ['学时', `${stated.hours} 学时`],
  ['到课', `${stated.held} 次课来了 ${stated.came} 次`],
  ['上课', `${dayWithYear(stated.from)}至${dayWithYear(stated.until)}`],
  ['主办', stated.union],
  ['发出', dayWithYear(stated.issuedAt)],
  ['编号', spacedCode(stated.code)],
];

/** Stands on the picture and on the page, because the paper is no qualification. */
export const NO_QUALIFICATION = '本证明只说明参加了课程，不是职业技能等级证书';
