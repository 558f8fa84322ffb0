/** What a person was told, as one byte per person. */
export const KIND = { NONE: 0, SEATED: 1, WAITING: 2, FULL: 3, BUSY: 4, OTHER: 5 } as const;
export type Kind = (typeof KIND)[keyof typeof KIND];

export interface ReadAnswer {
  kind: Kind;
  /** The seat, or the place in the waiting list, from 1; 0 if there is none. */
  number: number;
}

const FULL = Buffer.from('"FULL"');
const FULL_ANSWER: ReadAnswer = { kind: KIND.FULL, number: 0 };
const BUSY_ANSWER: ReadAnswer = { kind: KIND.BUSY, number: 0 };

interface Shape {
  ok?: boolean;
  code?: string;
  data?: { place?: { state?: string; number?: number } };
}

/**
 * All contenders answer in the product's own shape. A reply that is no answer (429, 5xx, a broken connection) counts
 * as BUSY, so the person comes again. FULL is recognised by its bytes, because for each answer that must be parsed
 * there are a hundred of them.
 */
export function readAnswer(status: number, body: Buffer): ReadAnswer {
  if (status !== 200) return BUSY_ANSWER;
  if (body.includes(FULL)) return FULL_ANSWER;
  const { ok, code, data } = JSON.parse(body.toString()) as Shape;
  if (!ok) return code === 'BUSY' ? BUSY_ANSWER : { kind: KIND.OTHER, number: 0 };
  const kind =
    data?.place?.state === 'SEATED' ? KIND.SEATED : data?.place?.state === 'WAITING' ? KIND.WAITING : KIND.OTHER;
  return { kind, number: data?.place?.number ?? 0 };
}
