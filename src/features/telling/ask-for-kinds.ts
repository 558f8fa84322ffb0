import type { PushKind } from '../../../domain/model';
import { askForMessages } from './ask-messages';
import { call } from '../../app/call/call';
import { messages } from '../../app/known/member';

/** The result: agreed and recorded, refused, messages switched off as a whole, or agreed but not recorded. */
export type FoundConsent = 'kept' | 'no' | 'off' | 'lost';

/** A kind of message and the template that the union has for it. */
export type KindWithTemplate = [kind: PushKind, templateId: string];

/** The kinds for which the union has a template. */
export const withTemplate = (
  kinds: readonly PushKind[],
  templates: Partial<Record<PushKind, string>> = {},
): KindWithTemplate[] => kinds.flatMap(kind => (templates[kind] ? [[kind, templates[kind]]] : []));

/**
 * Asks WeChat for one message of each kind, in one dialogue, and records in the ledger what was agreed to. Call it
 * only from a tap.
 */
export async function askForKinds(wanted: KindWithTemplate[]): Promise<FoundConsent> {
  const { accepted, off } = await askForMessages(wanted.map(([, templateId]) => templateId));
  const agreed = wanted.filter(([, templateId]) => accepted.includes(templateId)).map(([kind]) => kind);
  if (agreed.length === 0) return off ? 'off' : 'no';
  // The id marks the tap, so that a repetition by the app or the platform counts as the same tap.
  const tapId = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`;
  const answer = await call('member.consent', { kinds: agreed, tapId });
  if (!answer.ok) return 'lost';
  messages.put(known => known && { ...known, left: answer.data.consents });
  return 'kept';
}
