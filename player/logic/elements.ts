/** An element as Taro keeps it on the app's side. */
interface Element {
  sid: string;
  dataset: Record<string, unknown>;
}

/**
 * Taro does not send `data-` attributes to the screen; a handler finds them on the app's side. A test finds its way by
 * them, so the player learns of each element when Taro puts it into its table, a Map from `sid` to element. Nothing of
 * the app changes by this.
 */
const elements = new Map<string, Element>();

export function watchElements(): void {
  const own = elements;
  const real = Map.prototype.set;
  const remove = Map.prototype.delete;
  Map.prototype.set = function (this: Map<unknown, unknown>, key: unknown, value: unknown) {
    if (isElement(value) && value.sid === key && this !== own) real.call(own, key, value);
    return real.call(this, key, value);
  } as typeof Map.prototype.set;
  Map.prototype.delete = function (this: Map<unknown, unknown>, key: unknown) {
    if (this !== own && isElement(this.get(key))) remove.call(own, key);
    return remove.call(this, key);
  };
}

const isElement = (value: unknown): value is Element =>
  typeof value === 'object' && value !== null && typeof (value as Element).sid === 'string';

/** The data attributes of all elements in what a page sends. */
export function labelsIn(sent: unknown, into: Record<string, Record<string, unknown>> = {}): typeof into {
  if (Array.isArray(sent)) for (const one of sent) labelsIn(one, into);
  else if (typeof sent === 'object' && sent !== null) {
    const { sid, cn } = sent as { sid?: string; cn?: unknown };
    const dataset = sid === undefined ? undefined : elements.get(sid)?.dataset;
    if (dataset && Object.keys(dataset).length > 0) into[sid!] = plain(dataset);
    if (cn) labelsIn(cn, into);
  }
  return into;
}

const plain = (dataset: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(dataset).filter(([, value]) => typeof value !== 'object' && typeof value !== 'function'),
  );
