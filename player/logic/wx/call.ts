import { note } from '../port';

export type Bag = Record<string, unknown>;
type Listener = (value: unknown) => void;
/** The work of an asynchronous API: its result, or a thrown `Fail`. */
export type Work = (options: Bag) => Bag | void | Promise<Bag | void>;

/** What an API refuses, in WeChat's words: `errMsg` becomes `name:fail words`. */
export class Fail extends Error {
  constructor(
    words: string,
    readonly errCode?: number,
  ) {
    super(words);
  }
}

/**
 * An API as WeChat has them: `success`, `fail` and `complete`, or a promise if none of them is given. Callbacks come
 * later, never during the call.
 */
export function asynchronous(name: string, work: Work): (options?: Bag) => Promise<unknown> | undefined {
  return (options = {}) => {
    const { success, fail, complete, ...rest } = options as Record<string, Listener | undefined>;
    const answered = Promise.resolve()
      .then(() => work(rest as Bag))
      .then(
        result => ({ ok: true, value: { errMsg: `${name}:ok`, ...result } as Bag }),
        (error: unknown) => ({ ok: false, value: failure(name, error) }),
      );
    const settled = answered.then(({ ok, value }) => {
      note({ kind: 'called', api: name, options: plain(rest), result: plain(value) });
      (ok ? success : fail)?.(value);
      complete?.(value);
      return { ok, value };
    });
    if (success || fail || complete) return undefined;
    return settled.then(({ ok, value }) => {
      if (ok) return value;
      throw value;
    });
  };
}

function failure(name: string, error: unknown): Bag {
  if (!(error instanceof Fail))
    note({ kind: 'failed', message: `${name}: ${String((error as Error)?.stack ?? error)}` });
  const { message, errCode } = error as Fail;
  return { errMsg: `${name}:fail ${message}`, ...(errCode === undefined ? {} : { errCode }) };
}

/** What can be sent and shown of somebody's options: no functions, no long contents. */
const plain = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value ?? null, (_, one: unknown) =>
      typeof one === 'function'
        ? undefined
        : typeof one === 'string' && one.length > 2_000
          ? `${one.slice(0, 200)}…`
          : one,
    ),
  ) as unknown;

/** `onX` and `offX` of one kind of news. */
export class News {
  private readonly listeners = new Set<Listener>();
  readonly on = (listen: Listener): void => void this.listeners.add(listen);
  readonly off = (listen?: Listener): void => {
    if (listen) this.listeners.delete(listen);
    else this.listeners.clear();
  };
  tell(value: unknown): void {
    for (const listen of [...this.listeners]) listen(value);
  }
  get isHeard(): boolean {
    return this.listeners.size > 0;
  }
}
