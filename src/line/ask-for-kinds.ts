import type { PushKind } from '../../domain/model';
import { askForMessages } from '../api/ask-messages';
import { call } from '../api/call';
import { messages } from '../state/member';

/** What came of it: agreed and written down, a no, messages switched off as a whole, or agreed and not written down. */
export type FoundConsent = 'kept' | 'no' | 'off' | 'lost';

/** Asks WeChat for one message of each kind, in one dialogue, and writes into the ledger what was agreed to. Only from a tap. */
export async function askForKinds(
  kinds: readonly PushKind[],
  templates: Partial<Record<PushKind, string>>,
): Promise<FoundConsent> {
  const { accepted, off } = await askForMessages(kinds.map(kind => templates[kind]!));
  const agreed = kinds.filter(kind => accepted.includes(templates[kind]!));
  if (agreed.length === 0) return off ? 'off' : 'no';
  const answer = await call('member.consent', { kinds: agreed });
  if (!answer.ok) return 'lost';
  messages.put(known => known && { ...known, left: answer.data.consents });
  return 'kept';
}
