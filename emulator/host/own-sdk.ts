import Module, { register } from 'node:module';
import { pathToFileURL } from 'node:url';

/** What a function may require without having installed it: the cloud's runtime has it too. */
const CARRIED = ['wx-server-sdk', '@cloudbase/node-sdk'];

type Resolve = (request: string, ...rest: unknown[]) => string;

/**
 * A function whose folder has no `node_modules` gets our wx-server-sdk. Its own always wins: we look only after Node
 * has looked and found nothing.
 */
export function lendOwnSdk(): void {
  const internals = Module as unknown as { _resolveFilename: Resolve };
  const original = internals._resolveFilename;
  internals._resolveFilename = function (this: unknown, request, ...rest) {
    try {
      return original.call(this, request, ...rest);
    } catch (error) {
      const carried = CARRIED.some(name => request === name || request.startsWith(`${name}/`));
      if (!carried || (error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
      return original.call(this, require.resolve(request), ...rest);
    }
  };
}

/**
 * The same for a function that is an ES module: those are resolved by hooks, which Node runs in a thread of their own and
 * takes as the text of a module. Costs a thread, so only where a function needs it.
 */
export function lendOwnSdkToModules(): void {
  const lent = Object.fromEntries(CARRIED.map(name => [name, pathToFileURL(require.resolve(name)).href]));
  const hooks = `
    const lent = ${JSON.stringify(lent)};
    export const resolve = (name, context, next) =>
      next(name, context).catch(error => {
        if (error.code !== 'ERR_MODULE_NOT_FOUND' || !Object.hasOwn(lent, name)) throw error;
        return next(lent[name], context);
      });`;
  register(`data:text/javascript,${encodeURIComponent(hooks)}`);
}
