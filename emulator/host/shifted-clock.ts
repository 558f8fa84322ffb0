/**
 * Gives this thread a clock that is shifted against the real one by `offset[0]` milliseconds. `Date.now()`, `new
 * Date()` and `Date()` follow it; timers and `performance.now()` stay real. `instanceof Date` keeps working, because
 * the prototype is the same.
 */
export function shiftClock(offset: Float64Array): void {
  const RealDate = Date;
  const now = () => RealDate.now() + (offset[0] ?? 0);

  const Shifted = function (this: unknown, ...args: unknown[]) {
    if (!new.target) return new RealDate(now()).toString();
    return Reflect.construct(RealDate, args.length === 0 ? [now()] : args, new.target);
  } as unknown as DateConstructor;

  Object.defineProperties(Shifted, {
    name: { value: 'Date' },
    length: { value: 7 },
    prototype: { value: RealDate.prototype },
    now: { value: now, writable: true, configurable: true },
    parse: { value: RealDate.parse, writable: true, configurable: true },
    UTC: { value: RealDate.UTC, writable: true, configurable: true },
  });
  RealDate.prototype.constructor = Shifted;
  globalThis.Date = Shifted;
}
