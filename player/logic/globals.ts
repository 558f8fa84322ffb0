/** What a mini-program's code finds in WeChat: the language, timers and the console. No DOM, no network, no storage. */
const LANGUAGE = `Object Function Array Number parseFloat parseInt Infinity NaN undefined Boolean String Symbol Date Promise
  RegExp Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError globalThis JSON Math Intl
  ArrayBuffer Uint8Array Int8Array Uint16Array Int16Array Uint32Array Int32Array Float32Array Float64Array
  Uint8ClampedArray BigUint64Array BigInt64Array DataView Map BigInt Set WeakMap WeakSet WeakRef FinalizationRegistry
  Proxy Reflect decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape eval isFinite isNaN console
  setTimeout clearTimeout setInterval clearInterval`;
const STAYS = new Set<PropertyKey>(LANGUAGE.split(/\s+/));

/** Removes from the worker's global object whatever WeChat does not have. What cannot be removed becomes undefined. */
export function closeGlobals(): void {
  const scope = globalThis as unknown as Record<PropertyKey, unknown>;
  for (let level: object | null = scope; level && level !== Object.prototype; level = Object.getPrototypeOf(level))
    for (const key of Reflect.ownKeys(level)) {
      if (STAYS.has(key) || key === 'constructor' || typeof key === 'symbol') continue;
      if (!Reflect.deleteProperty(level, key)) Reflect.set(level, key, undefined);
    }
  forbidEval(scope);
}

/** WeChat makes no code from text. `Function` remains, so that `instanceof` works. */
function forbidEval(scope: Record<PropertyKey, unknown>): void {
  const refuse = function () {
    throw new EvalError('Code generation from strings disallowed for this context');
  };
  const kinds = [() => 0, async () => 0, function* () {}, async function* () {}];
  for (const kind of kinds) {
    const prototype = Object.getPrototypeOf(kind) as object;
    Object.defineProperty(prototype, 'constructor', { value: refuse, configurable: false });
  }
  refuse.prototype = Function.prototype;
  scope.Function = refuse;
  scope.eval = refuse;
  for (const name of ['setTimeout', 'setInterval'] as const) {
    const real = (scope[name] as (...args: unknown[]) => number).bind(scope);
    scope[name] = (run: unknown, ...rest: unknown[]) => (typeof run === 'function' ? real(run, ...rest) : refuse());
  }
}
