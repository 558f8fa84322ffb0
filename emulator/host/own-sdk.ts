import Module, { register } from 'node:module';
import { pathToFileURL } from 'node:url';

/** The modules that a function may require without installing them, because the cloud's runtime has them too. */
const CARRIED = ['wx-server-sdk', '@cloudbase/node-sdk'];

type Resolve = (request: string, ...rest: unknown[]) => string;

/**
 * Gives our wx-server-sdk to a function whose folder has no `node_modules`. Its own always wins, because ours is tried
 * only after Node has found nothing.
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
 * The same for a function that is an ES module. Node resolves those by hooks, which run in a separate thread and are
 * passed as the text of a module. It costs a thread, so it is done only if a function needs it.
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
