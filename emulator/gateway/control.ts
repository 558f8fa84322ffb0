import type { Emulator } from '../interface';
import type { FaultSettings } from '../faults/settings';
import type { LogBook } from '../log';
import type { OpenApiFault } from '../openapi/inbox';
import { RouteRefusal } from './routes';
import type { LocalRoute } from './routes';

export const CONTROL = '/_emulator';

function numberOf(body: unknown, field: string): number {
  const value = (body as Record<string, unknown> | undefined)?.[field];
  if (typeof value !== 'number' || !Number.isFinite(value))
    throw new RouteRefusal(400, 'BAD_REQUEST', `The body must be {"${field}": <number>}.`);
  return value;
}

function errCodesOf(body: unknown): Record<string, number> {
  const isMap = typeof body === 'object' && body !== null && !Array.isArray(body);
  if (!isMap || !Object.values(body).every(value => Number.isInteger(value)))
    throw new RouteRefusal(400, 'BAD_REQUEST', 'The body must be {"<openid>": <error code>}.');
  return body as Record<string, number>;
}

function openApiFaultsOf(body: unknown): Record<string, OpenApiFault> {
  const isMap = typeof body === 'object' && body !== null && !Array.isArray(body);
  if (!isMap || !Object.values(body).every(value => value === 'silence' || (Number.isInteger(value) && value !== 0)))
    throw new RouteRefusal(400, 'BAD_REQUEST', 'The body must be {"<API>": <error code> or "silence"}.');
  return body as Record<string, OpenApiFault>;
}

function listOf(body: unknown): Record<string, unknown>[] {
  if (!Array.isArray(body) || !body.every(item => typeof item === 'object' && item !== null && !Array.isArray(item)))
    throw new RouteRefusal(400, 'BAD_REQUEST', 'The body must be a list of documents.');
  return body as Record<string, unknown>[];
}

/** `/_emulator/…`: what tests and tools may ask a running emulator to do. The same as the methods of `Emulator`. */
export function controlRoutes(emulator: Emulator, log: LogBook, state: () => object): LocalRoute[] {
  const get = (path: string, handle: LocalRoute['handle']): LocalRoute => ({
    method: 'GET',
    path: CONTROL + path,
    handle,
  });
  const post = (path: string, handle: LocalRoute['handle']): LocalRoute => ({
    method: 'POST',
    path: CONTROL + path,
    handle,
  });
  return [
    get('/health', () => ({ ok: true, now: emulator.now(), ...state() })),
    get('/operations', () => emulator.database.operations()),
    post('/operations/reset', () => {
      emulator.database.resetOperations();
      return { ok: true };
    }),
    post('/clock', ({ body }) => {
      emulator.setClock(numberOf(body, 'offsetMs'));
      return { now: emulator.now() };
    }),
    post('/faults', ({ body }) => {
      emulator.setFaults((body ?? {}) as FaultSettings);
      return { ok: true };
    }),
    post('/timers/*', ({ rest, query }) => emulator.fireTimer(rest, query['trigger'])),
    get('/inbox', () => emulator.inbox()),
    post('/subscribers', ({ body }) => {
      emulator.setSubscribers(errCodesOf(body));
      return { ok: true };
    }),
    post('/answers', ({ body }) => {
      emulator.setAnswers(openApiFaultsOf(body));
      return { ok: true };
    }),
    get('/logs', () => log.recent()),
    post('/import/*', async ({ rest, body }) => {
      const documents = listOf(body);
      await emulator.database.import(rest, documents);
      return { imported: documents.length };
    }),
    get('/export/*', ({ rest }) => emulator.database.read(rest)),
  ];
}
