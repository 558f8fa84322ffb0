import { RANGE, type Range } from '../../../../domain/bounds';
import { dayKey, dayText, instantOf } from '../../../../domain/base/clock';
import type { DraftView, Input } from '../../../../domain/api';
import { CONTACT_LIMIT, isContact } from '../../../../domain/batch/contact';
import { USUAL_TERMS, type CertificateTerms } from '../../../../domain/certificate/terms';
import { USUAL_POLICY } from '../../../../domain/attendance/no-show';
import type { Audience } from '../../../../domain/model';
import { plainWords } from '../../../../domain/base/written';
import { betweenText, wholeOf } from '../../../app/typed/whole';

/** The settings as they are typed; numbers and lists are still text. */
export interface Typed {
  title: string;
  opensAt: number | null;
  closesAt: number | null;
  limit: string;
  unionMembersOnly: boolean;
  employers: string;
  districts: string;
  headStartMinutes: string;
  noShow: boolean;
  noShowStrikes: string;
  noShowDays: string;
  dropHours: string;
  freezeHours: string;
  holidays: string;
  contact: string;
  contactName: string;
  declaration: string;
  certificate: boolean;
  certificatePercent: string;
  hourMinutes: string;
}

export type Faults = Partial<Record<keyof Typed, string>>;

export const typedOf = (view: DraftView): Typed => ({
  title: view.title,
  opensAt: view.opensAt,
  closesAt: view.closesAt,
  limit: view.limit === null ? '' : String(view.limit),
  unionMembersOnly: view.audience.unionMembersOnly ?? false,
  employers: (view.audience.employers ?? []).join('、'),
  districts: (view.audience.districts ?? []).join('、'),
  headStartMinutes: view.audience.headStartMinutes ? String(view.audience.headStartMinutes) : '',
  noShow: view.audience.noShow !== undefined,
  noShowStrikes: String((view.audience.noShow ?? USUAL_POLICY).strikes),
  noShowDays: String((view.audience.noShow ?? USUAL_POLICY).days),
  dropHours: String(view.dropHours),
  freezeHours: String(view.freezeHours),
  contact: view.contact ?? '',
  contactName: view.contactName ?? '',
  declaration: view.declaration ?? '',
  certificate: Boolean(view.certificate),
  certificatePercent: String((view.certificate ?? USUAL_TERMS).percent),
  hourMinutes: String((view.certificate ?? USUAL_TERMS).hourMinutes),
  holidays: view.holidays.map(day => dayText(instantOf(day, '00:00') ?? 0)).join('、'),
});

export type Settings = Input<'draft.save'>['settings'];

const listOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/[、,，;；\n]+/)
      .map(one => one.trim())
      .filter(Boolean),
  ),
];

/** The settings as they are stored, or what is wrong with which field. Emptied lists mean that everybody may come. */
export function settingsOf(typed: Typed): Settings | { faults: Faults } {
  const faults: Faults = {};
  const whole = (
    name: 'limit' | 'headStartMinutes' | 'dropHours' | 'freezeHours' | 'certificatePercent' | 'hourMinutes',
  ) => {
    const range: Range = RANGE[name];
    const value = wholeOf(typed[name], ...range);
    if (value === undefined && typed[name].trim() !== '') faults[name] = betweenText(...range);
    return value;
  };
  const limit = whole('limit');
  const headStart = whole('headStartMinutes');
  const dropHours = whole('dropHours');
  const freezeHours = whole('freezeHours');
  const noShow = noShowOf(typed);
  if (noShow && 'faults' in noShow) Object.assign(faults, noShow.faults);
  const [employers, districts] = [listOf(typed.employers), listOf(typed.districts)];
  const holidays = daysOf(typed.holidays, typed.opensAt ?? Date.now());
  if (holidays === undefined) faults.holidays = '请写成“5月1日、5月2日”或“2027-05-01”这样';
  const contact = plainWords(typed.contact);
  if (!isContact(contact)) faults.contact = `请写一个打得通的号码，不超过 ${CONTACT_LIMIT} 个字，例如 023-4985 0000`;
  if (contact === '' && typed.contactName.trim() !== '') faults.contact = '写了联系人，请把电话也写上';
  const certificate = certificateOf(typed, whole, faults);
  if (Object.keys(faults).length > 0) return { faults };
  return {
    title: typed.title.trim(),
    opensAt: typed.opensAt,
    closesAt: typed.closesAt,
    // The only mode that exists. A draft in which a draw was once chosen returns to it here.
    mode: 'first-come',
    limit: limit ?? null,
    audience: {
      ...(typed.unionMembersOnly ? { unionMembersOnly: true } : {}),
      ...(employers.length > 0 ? { employers } : {}),
      ...(districts.length > 0 ? { districts } : {}),
      ...(headStart ? { headStartMinutes: headStart } : {}),
      ...(noShow && !('faults' in noShow) ? { noShow } : {}),
    },
    ...(dropHours === undefined ? {} : { dropHours }),
    ...(freezeHours === undefined ? {} : { freezeHours }),
    contact,
    contactName: typed.contactName.trim(),
    declaration: typed.declaration,
    certificate,
    holidays: holidays ?? [],
  };
}

/** Null = no certificates. Both numbers are needed where there are some. */
function certificateOf(
  typed: Typed,
  whole: (name: 'certificatePercent' | 'hourMinutes') => number | undefined,
  faults: Faults,
): CertificateTerms | null {
  if (!typed.certificate) return null;
  const [percent, hourMinutes] = [whole('certificatePercent'), whole('hourMinutes')];
  if (percent === undefined) faults.certificatePercent ??= betweenText(...RANGE.certificatePercent);
  if (hourMinutes === undefined) faults.hourMinutes ??= betweenText(...RANGE.hourMinutes);
  return percent === undefined || hourMinutes === undefined ? null : { percent, hourMinutes };
}

/**
 * `5月1日、2027-05-02` → day keys. A date without a year is the next one from `since` on. `undefined` if one of them is
 * no date.
 */
export function daysOf(text: string, since: number): string[] | undefined {
  const days: string[] = [];
  for (const word of listOf(plainWords(text))) {
    const match = /^(?:(\d{4})[-/年])?(\d{1,2})[-/月](\d{1,2})日?$/.exec(word);
    if (!match) return undefined;
    const [, year, month = '', day = ''] = match;
    const key = (of: number) => `${of}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    const thisYear = Number(dayKey(since).slice(0, 4));
    const said = year ? key(Number(year)) : key(thisYear) >= dayKey(since) ? key(thisYear) : key(thisYear + 1);
    if (instantOf(said, '00:00') === undefined) return undefined;
    days.push(said);
  }
  return [...new Set(days)].sort();
}

export type Policy = NonNullable<Audience['noShow']>;

type TypedPolicy = Pick<Typed, 'noShow' | 'noShowStrikes' | 'noShowDays'>;

/** 爽约: the policy as it is typed, or what is wrong with which field; `undefined` if there is to be none. */
export function noShowOf(typed: TypedPolicy): Policy | { faults: Faults } | undefined {
  if (!typed.noShow) return undefined;
  const strikes = wholeOf(typed.noShowStrikes, ...RANGE.strikes);
  const days = wholeOf(typed.noShowDays, ...RANGE.days);
  if (strikes !== undefined && days !== undefined) return { strikes, days };
  return {
    faults: {
      ...(strikes === undefined ? { noShowStrikes: betweenText(...RANGE.strikes) } : {}),
      ...(days === undefined ? { noShowDays: betweenText(...RANGE.days) } : {}),
    },
  };
}

export const samePolicy = (a: Policy, b: Policy | undefined): boolean => a.strikes === b?.strikes && a.days === b.days;
