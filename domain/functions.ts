import type { EndpointName } from './api';

/**
 * The deployed functions. Endpoints stand in the same function if they are called equally often and need the same time
 * and memory. So there are few functions, and few cold starts in a quiet hour (docs/decisions/0033-seven-functions.md).
 * This file alone knows which function serves an endpoint.
 *
 * - `line`: the hot path. What a crowd calls at a stroke has instances of its own, which are warmed before it.
 * - `app`: everything else that a person or an instructor asks.
 * - `desk`: heavy work, mostly of staff, with memory and time.
 * - `open`: the only one that may be opened to callers without an identity, for 朋友圈. It knows nobody.
 * - `nightly`, `stroke`, `tell`: one for each timer, because the platform documents one timer a function.
 * - `probe`: measures an environment, and is there only while it does.
 */
export const FUNCTIONS = ['line', 'app', 'desk', 'open', 'nightly', 'stroke', 'tell', 'probe'] as const;
export type FunctionName = (typeof FUNCTIONS)[number];

const OF_NOUN = {
  line: 'line',
  catalog: 'app',
  lesson: 'app',
  link: 'app',
  loop: 'app',
  member: 'app',
  menu: 'app',
  rating: 'app',
  roll: 'app',
  certificate: 'app',
  wish: 'app',
  attendance: 'desk',
  change: 'desk',
  draft: 'desk',
  export: 'desk',
  invite: 'desk',
  rehearsal: 'desk',
  report: 'desk',
  staff: 'desk',
} as const satisfies Record<Noun, FunctionName>;

/**
 * Looking at one's own places is not hot. Drawing a code waits for WeChat and keeps a file. Staff answer wishes, choose
 * from menus and read ratings at the desk.
 */
const APART = {
  'line.mine': 'app',
  'line.past': 'app',
  'link.code': 'desk',
  'loop.courses': 'desk',
  'loop.course': 'desk',
  'menu.list': 'desk',
  'menu.take': 'desk',
  'menu.ask': 'desk',
  'rating.overview': 'desk',
  'rating.results': 'desk',
  'rating.hide': 'desk',
  'rating.next': 'desk',
  'certificate.code': 'desk',
  'certificate.section': 'desk',
  'certificate.revoke': 'desk',
  'wish.queue': 'desk',
  'wish.look': 'desk',
  'wish.pass': 'desk',
  'wish.hide': 'desk',
  'wish.answer': 'desk',
  'wish.merge': 'desk',
  'wish.unmerge': 'desk',
  'wish.take': 'desk',
} as const satisfies Partial<Record<EndpointName, FunctionName>>;

/** What a page in 朋友圈 may ask: it has no identity there. */
const OPEN = ['catalog.batches', 'catalog.batch', 'loop.section'] as const satisfies EndpointName[];

export type Noun = EndpointName extends infer N ? (N extends `${infer First}.${string}` ? First : never) : never;
export type FunctionOf<N extends EndpointName> = N extends keyof typeof APART
  ? (typeof APART)[N]
  : N extends `${infer First extends Noun}.${string}`
    ? (typeof OF_NOUN)[First]
    : never;
/** The endpoints that a function serves. */
export type ServedBy<F extends FunctionName> = F extends 'open'
  ? (typeof OPEN)[number]
  : EndpointName extends infer N extends EndpointName
    ? N extends EndpointName
      ? FunctionOf<N> extends F
        ? N
        : never
      : never
    : never;

/** The function to ask. */
export const functionOf = (endpoint: EndpointName): FunctionName =>
  (APART as Partial<Record<string, FunctionName>>)[endpoint] ?? OF_NOUN[endpoint.split('.')[0] as Noun];

/** The same for somebody whom WeChat tells us nothing about. */
export const functionWithoutIdentity = (endpoint: EndpointName): FunctionName =>
  (OPEN as readonly string[]).includes(endpoint) ? 'open' : functionOf(endpoint);
