import { randomUUID } from 'node:crypto';
import type * as z from 'zod';
import { REFUSALS, type RefusalCode } from '../../domain/base/codes';
import {
  CONTRACT,
  type Access,
  type EndpointName,
  type Input,
  type Output,
  type Refusal,
  type RefusalOf,
} from '../../domain/api';
import { COME_AGAIN_MS } from '../../domain/base/patience';
import { isRefused, refuse, type Refused } from '../../domain/base/refuse';
import type { FunctionName, Noun, ServedBy } from '../../domain/functions';
import { ActIdUsed } from '../record/act';
import { read } from './database';
import { failureOf } from './failure';
import { Conflict } from './transaction';
import { callerOpenid, isFromPlatform, isOwner } from './identity';
import { memberIdOf } from '../people/member-id';
import { waitOf } from './buckets';

/**
 * The door: every call of every function comes through here. Its steps are identity → parse → pace → role → run →
 * answer, and it has the only catch. An endpoint receives its parsed input and the caller. It returns its answer or a
 * refusal from its own list; only a bug throws.
 */

export interface Caller {
  /** Empty if the caller is not known, which a public endpoint allows. */
  memberId: string;
  /** Needed to create a member and for nothing else. */
  openid: string;
}

export interface Call<N extends EndpointName> extends Caller {
  input: Input<N>;
  /** When the call arrived, epoch ms. Code that has waited since then reads the clock again. */
  now: number;
}

/** BUSY belongs to the door, but an endpoint may know better when to try again. */
export type Run<N extends EndpointName> = (call: Call<N>) => Promise<Output<N> | Refused<RefusalOf<N> | 'BUSY'>>;

type VerbOf<F extends FunctionName, N extends Noun> =
  ServedBy<F> extends infer E ? (E extends `${N}.${infer V}` ? V : never) : never;
/** The endpoints of a noun that a function serves. The code does not compile if one is missing or one too many. */
export type Endpoints<F extends FunctionName, N extends Noun> = {
  [V in VerbOf<F, N>]: `${N}.${V}` extends infer E extends EndpointName ? Run<E> : never;
};
type NounOf<F extends FunctionName> =
  ServedBy<F> extends infer E ? (E extends `${infer N extends Noun}.${string}` ? N : never) : never;
/** All endpoints of a function, by noun. */
type Served<F extends FunctionName> = { [N in NounOf<F>]: Endpoints<F, N> };

interface PlatformContext {
  request_id?: string;
}

type Answered = { ok: true; data: unknown; now: number } | Refusal;
/** The work that may run; it has no `asked` if no person asked for it. */
interface Work {
  asked?: Asked;
  run: () => Promise<unknown>;
}

/** A call that was let in, with the name of its endpoint. */
export interface Asked {
  endpoint: EndpointName;
  call: Call<EndpointName>;
}

interface Besides {
  /**
   * Runs for the platform's timer, for another function of ours that a timer called, or for the owner of the
   * environment. It never runs for a person. `message` is the event's.
   */
  onTimer?: (now: number, message: string) => Promise<unknown>;
  /** Called when a call ended in an accident, before the person is answered. It must not throw. */
  onAccident?: (asked: Asked, answered: 'BUSY' | 'FAULT') => Promise<void>;
}

/** The `main` of a cloud function. */
export function defineFunction<const F extends FunctionName>(
  name: F,
  endpoints: Served<F>,
  besides: Besides = {},
): (event: unknown, context?: PlatformContext) => Promise<Answered> {
  return async (event, context) => {
    const now = Date.now();
    const requestId = context?.request_id ?? randomUUID();
    let asked: Asked | undefined;
    try {
      const work = await admit(endpoints, besides, event, now);
      if (isRefused(work)) return answerNo(work);
      asked = work.asked;
      const result = await work.run();
      return isRefused(result) ? answerNo(result as Refused) : { ok: true, data: result, now: Date.now() };
    } catch (error) {
      if (error instanceof ActIdUsed) return answerNo(refuse('ACT_ID_USED'));
      const refusal = refusalOf(error, { name, event, requestId });
      if (asked) await besides.onAccident?.(asked, refusal.refused === 'BUSY' ? 'BUSY' : 'FAULT');
      return answerNo(refusal);
    }
  };
}

/**
 * Checks identity, name, input, pace and role, in this order. Returns the work that may run, or the reason why none
 * may.
 */
async function admit(endpoints: object, { onTimer }: Besides, event: unknown, now: number): Promise<Work | Refused> {
  const openid = callerOpenid();
  // The platform adds fields of its own to an event (`userInfo`), so fields that are not ours are ignored.
  const { endpoint, input, Type, Message, Key } = (typeof event === 'object' && event !== null ? event : {}) as Record<
    string,
    unknown
  >;
  if (openid === undefined && onTimer && Type === 'Timer' && (isFromPlatform() || isOwner(Key)))
    return { run: () => onTimer(now, String(Message ?? '')) };
  const name = typeof endpoint === 'string' && isEndpoint(endpoint) ? endpoint : undefined;
  if (openid === undefined && !(name && CONTRACT[name].access === 'public')) return refuse('NO_IDENTITY');
  if (!name) return refuse('UNKNOWN_ENDPOINT');
  const [noun = '', verb = ''] = name.split('.');
  const run = (endpoints as Record<string, Record<string, Run<EndpointName>>>)[noun]?.[verb];
  if (!run) return refuse('UNKNOWN_ENDPOINT');

  if (isTooWide(input)) return refuse('BAD_INPUT', { fields: ['input'] });
  const parsed = CONTRACT[name].input.safeParse(input);
  if (!parsed.success) return refuse('BAD_INPUT', { fields: fieldsOf(parsed.error) });

  const memberId = openid === undefined ? '' : memberIdOf(openid);
  // An unknown caller has no bucket, because everything they may ask for is in the instance's memory.
  const retryAfterMs = memberId === '' ? 0 : waitOf(name, memberId, now);
  if (retryAfterMs > 0) return refuse('BUSY', { retryAfterMs });
  if (!(await may(CONTRACT[name].access, memberId))) return refuse('FORBIDDEN');
  const call = { input: parsed.data as never, memberId, openid: openid ?? '', now };
  return { asked: { endpoint: name, call }, run: () => run(call) };
}

const isEndpoint = (name: string): name is EndpointName => Object.hasOwn(CONTRACT, name);

/** The role is read at every call, so that losing it takes effect at once. */
async function may(access: Access, memberId: string): Promise<boolean> {
  if (access === 'public' || access === 'anyone') return true;
  const member = await read('members', memberId);
  return member?.roles.some(role => access.includes(role)) ?? false;
}

/** None of our inputs has nearly this many fields in one object. */
const MOST_KEYS = 2_000;

/** Checking tens of thousands of fields one by one is too much work to do for a call without a token. */
function isTooWide(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(isTooWide);
  return Object.keys(value).length > MOST_KEYS || Object.values(value).some(isTooWide);
}

const MOST_FIELDS = 20;

/** The names of the first few fields that are wrong, missing or unknown; `input` if the input is no object at all. */
function fieldsOf(error: z.ZodError): string[] {
  const names = new Set<string>();
  for (const name of namesIn(error)) {
    if (names.size === MOST_FIELDS) break;
    names.add(name.slice(0, 64));
  }
  return [...names];
}

function* namesIn(error: z.ZodError): Generator<string> {
  for (const issue of error.issues) {
    if (issue.code !== 'unrecognized_keys') yield issue.path.map(String).join('.') || 'input';
    else for (const key of issue.keys) yield [...issue.path, key].map(String).join('.');
  }
}

function answerNo(refusal: Refused): Answered {
  const { refused, details } = refusal as { refused: RefusalCode; details?: unknown };
  const answer = { ok: false, code: refused, message: REFUSALS[refused], now: Date.now() };
  return (details === undefined ? answer : { ...answer, details }) as Answered;
}

/**
 * If the database could not do it now, the answer is BUSY. A missing collection means that the environment is half
 * deployed. Anything else that was thrown is a bug, which is logged and never shown.
 */
function refusalOf(
  error: unknown,
  about: { name: string; event: unknown; requestId: string },
): Refused<'BUSY' | 'FAULT' | 'UPGRADING'> {
  const failure = failureOf(error);
  const busy = error instanceof Conflict || failure === 'CONFLICT' || failure === 'BUSY';
  const { endpoint } = (about.event ?? {}) as { endpoint?: unknown };
  console.error(
    JSON.stringify({
      level: busy ? 'warn' : 'error',
      requestId: about.requestId,
      function: about.name,
      endpoint: typeof endpoint === 'string' ? endpoint.slice(0, 64) : null,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    }),
  );
  if (failure === 'MISSING') return refuse('UPGRADING', { technical: missingWords(error) });
  return busy ? refuse('BUSY', { retryAfterMs: COME_AGAIN_MS }) : refuse('FAULT');
}

/** For staff. The platform does not always say which collection is missing. */
function missingWords(error: unknown): string {
  const name = /not exist: (\w+)/.exec(String((error as Error | null)?.message ?? ''))?.[1];
  return `数据库缺集合${name ? ` ${name}` : ''}（-502005）：请技术人员运行 npm run doctor，再 npm run deploy`;
}
