import { DAY } from '../../domain/base/clock';
import type { Batch, Member, Standing } from '../../domain/model';
import { cameBefore, hasStruck, isAdmitted, laterAtOf } from '../../domain/line/admission';
import { remembered } from '../../domain/privacy/erase';
import { isInvited, refuseByAudience, refuseUnaccepted, type Ineligible } from '../../domain/line/enter';
import { declarationPrint } from './declaration';
import { read } from '../base/database';
import { absencesOf, type AbsentIn } from '../attendance/absences';
import { settle } from './settle';
import { Conflict } from '../base/transaction';
import { recentBatches } from '../batch/recent-batches';

interface Asked {
  /** The class that is claimed. If the standing says that it is not for this person, that is settled anew. */
  sectionId?: string;
  /** Asked once for each batch. */
  isSuspect?: () => Promise<boolean>;
  /** The print of the declaration that the person accepts with this call. */
  accepts?: string | undefined;
}

interface Settled {
  /** The sections that are not for this person; absent = all are. */
  not: string[] | undefined;
  held: number;
  opensAt: number;
  /** Why it opens later for this person, if it does. */
  because: Because | undefined;
}

export interface Because {
  cameBefore: boolean;
  /** As many as the policy names, or none. */
  absences: AbsentIn[];
  /** The beginnings of lessons that were missed before an erasure, if there are as many. */
  missed: number[];
}

/** How often to try, because other claims of the same person may change the standing meanwhile. */
const TRIES = 5;

/**
 * Settles that a person may come to a batch, and whether they are a first-timer if those go first. Writes it down once,
 * or returns why not. `held` = the places that count towards the batch's limit. `opensAt` = when it opens for this
 * person. The waiting room alone passes `asked`.
 */
export async function settleEligibility(
  batch: Batch,
  memberId: string,
  now: number,
  asked: Asked = {},
): Promise<Settled | Ineligible> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const settled = await trySettling(batch, memberId, now, asked);
    if (settled) return settled;
  }
  throw new Conflict(`The standing of ${memberId} changes all the time`);
}

/** `undefined` if it must be judged again, because the person has gained a place meanwhile. */
async function trySettling(
  batch: Batch,
  memberId: string,
  now: number,
  { isSuspect, accepts, sectionId }: Asked,
): Promise<Settled | Ineligible | undefined> {
  const member = await read('members', memberId);
  const refusal = refuseByAudience(batch, member);
  if (refusal) return refusal;
  const standing = await read('standings', memberId);
  const known = standing?.batches[batch._id];
  const accepted = declarationPrint(batch);
  const unaccepted = refuseUnaccepted(accepted, [accepts, known?.accepted]);
  if (unaccepted) return unaccepted;
  const laterAt = laterAtOf(batch);
  const because = laterAt === undefined ? undefined : await whyLater(batch, standing, memberId, now);
  const later = laterAt === undefined ? undefined : because !== undefined;
  const not = notFor(batch, member, known);
  const unwritten = accepted !== undefined && known?.accepted !== accepted;
  if (
    unwritten ||
    !isAdmitted({ ...batch, _id: sectionId ?? batch._id }, known) ||
    !isWritten(standing, batch._id, later)
  ) {
    const narrowUntil = (await isSuspect?.()) ? batch.opensAt + DAY : undefined;
    if (!(await settle(standing, memberId, batch._id, now, { later, narrowUntil, accepted, not }))) return undefined;
  }
  return {
    not,
    held: known?.count ?? 0,
    opensAt: later && laterAt !== undefined ? laterAt : batch.opensAt,
    because,
  };
}

/** The sections that are not for this person. If no section has an audience any more, that is written too. */
function notFor({ audiences }: Batch, member: Member | null, known: Standing['batches'][string] | undefined) {
  if (!audiences || !member) return known?.not ? [] : undefined;
  return Object.entries(audiences).flatMap(([sectionId, only]) => (isInvited(only, member) ? [] : [sectionId]));
}

/** Does the standing say so already? */
const isWritten = (standing: Standing | null, batchId: string, later: boolean | undefined): boolean =>
  later === undefined ||
  ((standing?.batches[batchId]?.later ?? false) === later && (standing?.first?.includes(batchId) ?? false) === !later);

/**
 * If some people come later, why this person is one of them; `undefined` = they are not. For this question alone,
 * somebody who erased themselves lately still counts as who they were.
 */
async function whyLater(
  batch: Batch,
  standing: Standing | null,
  memberId: string,
  now: number,
): Promise<Because | undefined> {
  const days = batch.audience.noShow?.days ?? 0;
  const before = remembered(await read('erasures', memberId), days, now);
  const recent = await recentBatches(now);
  const came =
    (Boolean(batch.audience.headStartMinutes) && before.cameBefore) ||
    cameBefore(batch, standing, id => recent.get(id)?.opensAt);
  const { missed } = before;
  const absences = await absencesFor(batch, memberId, now);
  const struck = hasStruck(batch, absences.length + missed.length);
  if (!struck && !came) return undefined;
  return { cameBefore: came, absences: struck ? absences : [], missed: struck ? missed : [] };
}

/** The absences that this batch's policy counts. None is read if it has no policy. */
async function absencesFor({ audience }: Batch, memberId: string, now: number): Promise<AbsentIn[]> {
  return audience.noShow ? absencesOf(memberId, audience.noShow.days, now) : [];
}
