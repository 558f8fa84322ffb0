import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONTRACT, type EndpointName } from '../../domain/api';
import { functionOf } from '../../domain/functions';
import { startScene, type Scene } from './scene';

/** A page that was opened from 朋友圈 (scene 1154) calls without identity, and a forger may do so with any event. */
const FUNCTIONS = join(__dirname, '../../dist/functions');
const names = readdirSync(FUNCTIONS, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(entry => entry.name);
const timed = names.filter(
  name =>
    (JSON.parse(readFileSync(join(FUNCTIONS, name, 'config.json'), 'utf8')) as { triggers: unknown[] }).triggers.length,
);
let scene: Scene;

beforeAll(async () => {
  scene = await startScene({ sections: { tea: {} }, emulator: { instances: { min: 0, max: 1 } } });
});
afterAll(() => scene.stop());

const withoutIdentity = async (fn: string, event: object) =>
  (
    await scene.emulator.send(
      'POST',
      `/call/${fn}`,
      { 'content-type': 'application/json', 'x-wx-identityless': 'true' },
      event,
    )
  ).body;

test('what hangs at every corner is read without identity, and without the line', async () => {
  const batches = await withoutIdentity('open', { endpoint: 'catalog.batches', input: {} });
  const batch = await withoutIdentity('open', { endpoint: 'catalog.batch', input: { batchId: 'b' } });

  expect(batches).toMatchObject({ ok: true, data: { batches: [{ batchId: 'b' }] } });
  expect(batch).toMatchObject({ ok: true, data: { sections: [{ sectionId: 'tea' }] } });
  expect(JSON.stringify([batches, batch])).not.toMatch(/"line"|memberId|openid|phone/);
});

const closed = (Object.keys(CONTRACT) as EndpointName[]).filter(name => CONTRACT[name].access !== 'public');

test.each(closed)('%s is not', async endpoint => {
  expect(await withoutIdentity(functionOf(endpoint), { endpoint, input: {} })).toMatchObject({
    code: 'NO_IDENTITY',
  });
});

test.each(names)('%s takes a client without identity for no timer, whatever its event says', async fn => {
  for (const TriggerName of [fn, 'first-staff', 'warm-up'])
    expect(
      await withoutIdentity(fn, { Type: 'Timer', TriggerName, Message: '{}', SOURCE: 'wx_trigger' }),
    ).toMatchObject({ code: 'NO_IDENTITY' });
});

test.each(timed)('%s takes the platform’s timer for one', async fn => {
  expect(await scene.emulator.fireTimer(fn)).toMatchObject({ ok: true });
});

test('the safety rule in 部署 closes to clients exactly the functions that serve no person, and names none that is not there', () => {
  const text = readFileSync(join(__dirname, '../../docs/部署.md'), 'utf8');
  const rule = JSON.parse(/```json\n(\{\s*"\*"[^`]*)```/.exec(text)![1]!) as Record<string, { invoke: unknown }>;
  const served = new Set<string>(['open', ...(Object.keys(CONTRACT) as EndpointName[]).map(functionOf)]);
  const closedTo = Object.keys(rule).filter(fn => rule[fn]!.invoke === false);

  expect(closedTo.sort()).toEqual([...new Set([...names, 'probe'])].filter(fn => !served.has(fn)).sort());
  expect(Object.keys(rule).filter(fn => rule[fn]!.invoke === true)).toEqual(['open']);
  expect(rule['*']).toEqual({ invoke: 'auth != null' });
});
