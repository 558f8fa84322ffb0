import type { BatchCard, Profile, SectionCard } from '../../../domain/api';
import { SAID_BY_APP } from '../../../domain/base/said-by-app';
import { INELIGIBLE, isInvited, refuseByAudience, type Ineligible } from '../../../domain/line/enter';
import { go } from '../../app/way/go';
import type { Entry } from './waiting-room';

/** Why a batch is not for somebody, or not yet. */
export type Ineligibility = { code: Ineligible['refused'] | 'SECTION_NOT_INVITED'; message: string };

/** Whether I may come to this batch. `undefined` = nobody has said yet. */
export type Eligibility = 'may' | Ineligibility | undefined;

/**
 * What the waiting room has found counts. If there is nothing yet, or the batch has opened and nobody enters the
 * room any more, this applies the server's own rule to the profile as the phone knows it. `profile` null = never
 * filled in.
 */
export function eligibilityOf(
  batch: Pick<BatchCard, 'audience'>,
  entry: Entry | undefined,
  profile: Profile | null | undefined,
): Eligibility {
  const answer = entry?.answer;
  if (answer?.ok) return 'may';
  const code = answer && INELIGIBLE.find(one => one === answer.code);
  if (answer && code) return { code, message: answer.message };
  if (profile === undefined) return undefined;
  const refusal = refuseByAudience(batch, profile);
  return refusal ? { code: refusal.refused, message: SAID_BY_APP[refusal.refused] } : 'may';
}

/** The same of one class, which may be only for some employers or districts. */
export function sectionEligibilityOf(
  { sectionId, invited }: Pick<SectionCard, 'sectionId' | 'invited'>,
  ...of: Parameters<typeof eligibilityOf>
): Eligibility {
  const eligible = eligibilityOf(...of);
  const [, entry, profile] = of;
  if (!invited || eligible !== 'may') return eligible;
  const answer = entry?.answer;
  const may = answer?.ok ? !answer.data.not?.includes(sectionId) : !profile || isInvited(invited, profile);
  return may ? eligible : { code: 'SECTION_NOT_INVITED', message: '' };
}

/** The profile does not say what this batch asks for, or its declaration is not accepted. After that the person may come. */
export const isUnfinished = ({ code }: Ineligibility): boolean =>
  code === 'PROFILE_MISSING' || code === 'MEMBERSHIP_UNSAID' || code === 'NOT_ACCEPTED';

/** The page on which that is put right. `on`: what I wanted when it was found out. */
export const mendOn = (code: Ineligibility['code'], on: Parameters<typeof go.profile>[0]): void =>
  code === 'NOT_ACCEPTED' ? go.declaration(on) : go.profile(on);

/** What a button says if the batch is not for me, and the link that corrects the profile if it is wrong. */
export const INELIGIBLE_WORDS: Record<Ineligibility['code'], { short: string; mend: string }> = {
  PROFILE_MISSING: { short: '先填资料', mend: '先填好资料' },
  MEMBERSHIP_UNSAID: { short: '先填资料', mend: '先说明您是不是会员' },
  NOT_UNION_MEMBER: { short: '只面向会员', mend: '我是会员，去改' },
  EMPLOYER_NOT_INVITED: { short: '只面向部分单位', mend: '核对我的单位' },
  DISTRICT_NOT_INVITED: { short: '只面向部分镇街', mend: '核对我的镇街' },
  SECTION_NOT_INVITED: { short: '不面向您', mend: '核对我的资料' },
  NOT_ACCEPTED: { short: '先看须知', mend: '看报名须知' },
};
