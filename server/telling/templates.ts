import { PUSH_KINDS, type PushKind } from '../../domain/model';

export type Templates = Partial<Record<PushKind, string>>;

/**
 * The subscription templates of this mini-program, from the environment variable SUBSCRIBE_TEMPLATES:
 * `{"promoted": "<template id>", "changed": "<template id>"}`. A kind without one is never sent and stays in the inbox.
 */
export function templates(text = process.env.SUBSCRIBE_TEMPLATES): Templates {
  if (!text) return {};
  try {
    const given = (JSON.parse(text) ?? {}) as Record<string, unknown>;
    const ids = PUSH_KINDS.flatMap(kind => (typeof given[kind] === 'string' ? [[kind, given[kind]]] : []));
    return Object.fromEntries(ids) as Templates;
  } catch (error) {
    console.error(JSON.stringify({ level: 'error', text: 'SUBSCRIBE_TEMPLATES is no JSON', error: String(error) }));
    return {};
  }
}
