import Module from 'node:module';

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
