import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LogBook } from '../log';
import { EmulatorProblem } from '../problem';
import { readBody, refuse, replyJson } from './reply';

/**
 * An extra route of the process that starts the emulator. An error with a `status` (4xx) is shown to the client, any
 * other is not.
 */
export interface LocalRoute {
  method: 'GET' | 'POST';
  /**
   * An exact path, e.g. `/local/people`, or one that ends in `/*`. `rest` is then the part that the star stands for.
   */
  path: string;
  /** Whether the network may call it, if the emulator can be reached from there (`lan`). Absent: this machine only. */
  forNetwork?: true;
  handle(request: { query: Record<string, string>; body: unknown; rest: string }): Promise<unknown> | unknown;
}

/** Thrown by a route if the client made a mistake. */
export class RouteRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** Routes that are few and rarely used: the control of the emulator, and those of the process that starts it. */
export class Routes {
  constructor(
    private readonly routes: LocalRoute[],
    private readonly bodyLimit: number,
    private readonly log: LogBook,
  ) {}

  /** False if no route has this path. */
  handle(path: string, query: string, req: IncomingMessage, res: ServerResponse, isLoopback: boolean): boolean {
    const all = this.routes.filter(route => restOf(route.path, path) !== undefined);
    if (all.length === 0) return false;
    const here = all.filter(route => isLoopback || route.forNetwork);
    if (here.length === 0) {
      refuse(res, 403, 'LOOPBACK_ONLY', 'The network may call functions and look at pages, and nothing else.');
      return true;
    }
    const route = here.find(({ method }) => method === req.method);
    if (!route) {
      res.setHeader('allow', here.map(({ method }) => method).join(', '));
      refuse(res, 405, 'METHOD_NOT_ALLOWED', `${path} takes ${here.map(({ method }) => method).join(' or ')}.`);
      return true;
    }
    readBody(req, res, this.bodyLimit, bytes => {
      let body: unknown;
      try {
        body = bytes.length === 0 ? undefined : JSON.parse(bytes.toString());
      } catch {
        return refuse(res, 400, 'BAD_JSON', 'The body is not valid JSON.');
      }
      void this.run(route, path, query, body, res);
    });
    return true;
  }

  private async run(route: LocalRoute, path: string, query: string, body: unknown, res: ServerResponse): Promise<void> {
    try {
      const rest = restOf(route.path, path) ?? '';
      const answer = await route.handle({ query: Object.fromEntries(new URLSearchParams(query)), body, rest });
      replyJson(res, 200, answer ?? null);
    } catch (error) {
      if (error instanceof EmulatorProblem) return refuse(res, 400, 'BAD_REQUEST', error.message);
      const { status, code = 'REFUSED', message } = error as Partial<RouteRefusal>;
      if (typeof status === 'number' && status >= 400 && status < 500) return refuse(res, status, code, message ?? '');
      this.log.say('error', `${route.method} ${path}: ${(error as Error)?.stack ?? String(error)}`);
      refuse(res, 500, 'FAULT', 'The emulator failed at this request: see its log.');
    }
  }
}

function restOf(pattern: string, path: string): string | undefined {
  if (!pattern.endsWith('/*')) return pattern === path ? '' : undefined;
  const stem = pattern.slice(0, -1);
  if (!path.startsWith(stem) || path.length === stem.length) return undefined;
  try {
    return decodeURIComponent(path.slice(stem.length));
  } catch {
    return undefined;
  }
}
