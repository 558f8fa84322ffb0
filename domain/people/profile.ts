import type { Membership } from '../model';
import { isPersonName, lettersOf, personName } from './person-name';
import { refuse, type Refused } from '../base/refuse';
import { plainWords } from '../base/written';

export interface Profile {
  name: string;
  phone: string;
  employer: string;
  /** 所在镇街; empty if the person did not say. */
  district?: string;
  unionMember: boolean;
  /** Absent = never asked. `null` in a form = asked and not yet answered. */
  membership?: Membership | null;
}

const MOBILE = /^1[3-9]\d{9}$/;

const length = (text: string) => [...text].length;

/**
 * The number as it is kept, e.g. `13800001234`. People paste `+86 138-0000-1234`, full-width digits and invisible
 * characters.
 */
export const plainPhone = (text: string): string =>
  plainWords(text)
    .replace(/[\s().·_-]|[\u2010-\u2015]/g, '')
    .replace(/^(?:\+?86|0086)(?=1\d{10}$)/, '');

/** True for the number of a mobile phone. The text comes from `plainPhone`. */
export const isMobile = (phone: string): boolean => MOBILE.test(phone);

/** A profile as it is kept. A question that is still open is left out. */
export type KeptProfile = Omit<Profile, 'membership'> & { membership?: Membership };

/** The profile as it is kept, or a refusal that names each wrong field, in words for the person who fills it in. */
export function checkProfile(input: Profile): { profile: KeptProfile } | Refused<'BAD_PROFILE'> {
  const membership = input.membership ?? (input.unionMember ? 'yes' : undefined);
  const profile: KeptProfile = {
    name: personName(input.name),
    phone: plainPhone(input.phone),
    employer: plainWords(input.employer),
    ...(plainWords(input.district ?? '') ? { district: plainWords(input.district ?? '') } : {}),
    unionMember: membership === 'yes',
    ...(membership ? { membership } : {}),
  };
  const fields: Partial<Record<keyof Profile, string>> = {};
  const name = nameFault(profile.name);
  if (name) fields.name = name;
  const phone = phoneFault(profile.phone);
  if (phone) fields.phone = phone;
  const employer = employerFault(profile.employer);
  if (employer) fields.employer = employer;
  if (input.membership === null) fields.membership = '请选一项，不知道就选“不清楚”';
  if (length(profile.district ?? '') > 30) fields.district = '镇街名称要在 30 个字以内';
  return Object.keys(fields).length > 0 ? refuse('BAD_PROFILE', { fields }) : { profile };
}

function nameFault(name: string): string | undefined {
  if (!name) return '请填写真实姓名，签到和点名都用它';
  if (length(name) > 20 || (lettersOf(name).length < 2 && isPersonName(name + name))) return '姓名要 2 到 20 个字';
  return isPersonName(name) ? undefined : '姓名里只能有汉字或字母，请去掉数字和符号';
}

function phoneFault(phone: string): string | undefined {
  if (!phone) return '请填写手机号，课有变动时工会用它联系您';
  if (!/^\d+$/.test(phone)) return '手机号是 11 位数字，里面有别的字符，请删掉再核对一遍';
  if (phone.length !== 11) return `手机号是 11 位数字，您填了 ${phone.length} 位，请再核对一遍`;
  return isMobile(phone) ? undefined : '手机号是 11 位数字，以 13 到 19 开头，请再核对一遍';
}

function employerFault(employer: string): string | undefined {
  if (!employer) return '请填写工作单位，没有单位的可以填所在街道或行业工会';
  if (length(employer) < 2 || length(employer) > 50) return '单位名称要 2 到 50 个字';
  return undefined;
}
