import { fileFrom } from './path';
import { Make, Request } from './port';

/** Names that WeChat hands to each file as undefined, so that `typeof` and plain reads do not throw. */
const ABSENT = `window document frames self location navigator localStorage sessionStorage history caches screen alert
  confirm prompt XMLHttpRequest WebSocket fetch webkit`.split(/\s+/);

type Scope = Record<string, unknown>;
type Exports = { exports: unknown };

/** A file of the package, read at once: `require` is synchronous. */
export function readFile(address: string): string {
  const request = new Request();
  request.open('GET', address, false);
  request.send();
  if (request.status !== 200) throw new Error(`module '${address}' is not defined (${request.status})`);
  return request.responseText;
}

/** The app's CommonJS files. Each runs once, and sees `scope` and nothing of the browser. */
export class Modules {
  private readonly loaded = new Map<string, Exports>();

  constructor(
    private readonly base: string,
    private readonly scope: Scope,
  ) {}

  /** @param path from the folder of the package, without the ending `.js`. */
  load(path: string): unknown {
    const known = this.loaded.get(path);
    if (known) return known.exports;
    const module: Exports = { exports: {} };
    this.loaded.set(path, module);
    const own: Scope = {
      ...this.scope,
      require: (to: string) => this.load(fileFrom(path, to).replace(/\.js$/, '')),
      module,
      exports: module.exports,
    };
    const names = [...Object.keys(own), ...ABSENT];
    const text = `${readFile(`${this.base}${path}.js`)}\n//# sourceURL=${this.base}${path}.js`;
    const run = Reflect.construct(Make, [...names, text]) as (...values: unknown[]) => void;
    run(...Object.values(own));
    return module.exports;
  }
}
