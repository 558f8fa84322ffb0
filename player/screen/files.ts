import { fileFrom } from '../logic/path';
import { parseWxml, type Scope, type Tag, type Wxml } from './wxml';
import { toCss, type Theme } from './wxss';
import type { Templates } from './tree';

/** The files of the package that say what a page looks like. Each is read and understood once. */
export class Files {
  private readonly texts = new Map<string, Promise<string>>();
  private readonly parsed = new Map<string, Promise<Wxml>>();
  private readonly sheets = new Map<string, Promise<string>>();

  constructor(readonly base: string) {}

  readonly text = (path: string): Promise<string> =>
    once(this.texts, path, async () => {
      const reply = await fetch(this.base + path);
      return reply.ok ? reply.text() : '';
    });

  styles(route: string, theme: Theme): Promise<string> {
    return once(this.sheets, `${theme} ${route}`, async () =>
      (
        await Promise.all([
          once(this.sheets, `${theme} app`, () => toCss(this.text, 'app.wxss', theme)),
          toCss(this.text, `${route}.wxss`, theme),
        ])
      ).join('\n'),
    );
  }

  async templates(route: string): Promise<Templates> {
    const path = `${route}.wxml`;
    const page = await this.wxml(path);
    const files = [page];
    for (const to of page.imports) files.push(await this.wxml(fileFrom(path, to)));
    const { usingComponents = {} } = JSON.parse((await this.text(`${route}.json`)) || '{}') as {
      usingComponents?: Record<string, string>;
    };
    const parts = new Map<string, Wxml>();
    for (const [name, to] of Object.entries(usingComponents))
      parts.set(name, await this.wxml(`${fileFrom(path, to)}.wxml`));
    const scripts: Scope = {};
    for (const file of [...files, ...parts.values()])
      for (const { module, src } of file.scripts) scripts[module] ??= run(await this.text(fileFrom('', src)));
    const all = new Map<string, Tag>(files.flatMap(file => [...file.templates]));
    return { find: name => all.get(name), component: name => parts.get(name), page: page.root, scripts };
  }

  private wxml(path: string): Promise<Wxml> {
    return once(this.parsed, path, async () => parseWxml(await this.text(path)));
  }
}

function once<T>(known: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  let found = known.get(key);
  if (!found) known.set(key, (found = make()));
  return found;
}

/** WXS is a part of JavaScript; its files are CommonJS. */
function run(text: string): unknown {
  const module = { exports: {} };
  (Reflect.construct(Function, ['module', 'exports', text]) as (module: object, exports: object) => void)(
    module,
    module.exports,
  );
  return module.exports;
}
