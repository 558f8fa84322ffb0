import { CONTRACT, type EndpointName } from '../../../domain/api';
import { DEAR, WIDE } from '../../../domain/api/rate-limit';
import { functionOf } from '../../../domain/functions';
import { startEmulated, type Emulated } from '../../emulated';
import { range } from '../../journeys/scene';

/** Every function that people call holds each of them to a pace, at no operation. Who calls here has no role and no data. */

/** Of every function one call whose input is right; a new function must be added here. */
const CALLS: [EndpointName, object][] = [
  ['catalog.batches', {}],
  ['line.mine', {}],
  ['member.me', {}],
  ['roll.sections', {}],
  ['link.scene', { scene: 'nothing' }],
  ['lesson.mine', {}],
  ['attendance.appeals', {}],
  ['staff.batches', {}],
  ['invite.list', {}],
  ['draft.template', {}],
  ['change.make', { actId: 'act-00001', change: { kind: 'archive', batchId: 'b' }, reason: '', dryRun: true }],
  ['export.mine', {}],
  ['rehearsal.last', { batchId: 'b' }],
  ['wish.mine', {}],
  ['menu.mine', {}],
  ['rating.mine', {}],
  ['report.list', {}],
  ['loop.section', { sectionId: 'tea' }],
  ['certificate.mine', {}],
];

interface Answer {
  ok: boolean;
  code?: string;
  details?: { retryAfterMs: number };
}

let emulator: Emulated;
beforeAll(async () => {
  emulator = await startEmulated({ instances: { min: 0, max: 1 } });
});
afterAll(() => emulator.stop());

/** So many calls at once, after the instance has started; the answers in their order. */
async function atOnce(count: number, endpoint: EndpointName, input: object, openid: string): Promise<Answer[]> {
  const ask = (who: string) => emulator.call(functionOf(endpoint), { endpoint, input }, who) as Promise<Answer>;
  await ask('oWakesTheInstance');
  return Promise.all(range(count).map(() => ask(openid)));
}
const busy = (answers: Answer[]) => answers.filter(answer => answer.code === 'BUSY');
const operations = () => Object.values(emulator.database.operations()).reduce((sum, count) => sum + count, 0);

test('the list names an endpoint of every noun', () => {
  const nouns = (endpoints: string[]) => [...new Set(endpoints.map(endpoint => endpoint.split('.')[0]))].sort();
  expect(nouns(CALLS.map(([endpoint]) => endpoint))).toEqual(nouns(Object.keys(CONTRACT)));
});

test.each(CALLS)('%s: a script is told to wait', async (endpoint, input) => {
  const answers = await atOnce(100, endpoint, input, `oScript${endpoint.replace('.', '')}`);

  expect(answers[0]!.code).not.toBe('BUSY');
  expect(busy(answers).length).toBeGreaterThan(0);
  for (const { details } of busy(answers)) {
    expect(details!.retryAfterMs).toBeGreaterThan(0);
    expect(details!.retryAfterMs).toBeLessThanOrEqual(DEAR.everyMs);
  }
});

test('whom nobody knows is held to none: thousands share a page that was opened from 朋友圈', async () => {
  const headers = { 'content-type': 'application/json', 'x-wx-identityless': 'true' };
  const ask = () => emulator.send('POST', '/call/app', headers, { endpoint: 'catalog.batches', input: {} });

  const answers = await Promise.all(range(2 * WIDE.size).map(ask));

  expect(answers.filter(({ body }) => !(body as Answer).ok)).toEqual([]);
});

describe('what costs much', () => {
  test('ten at once, then one in six seconds; who must wait costs no operation', async () => {
    const first = await atOnce(DEAR.size, 'member.data', {}, 'oReader');
    expect(busy(first)).toEqual([]);
    emulator.database.resetOperations();

    const more = await Promise.all(
      range(50).map(() => emulator.call('app', { endpoint: 'member.data', input: {} }, 'oReader')),
    );

    const letIn = more.length - busy(more as Answer[]).length;
    // One more where the machine is slow enough for the next to have come.
    expect(letIn).toBeLessThanOrEqual(1);
    if (letIn === 0) expect(operations()).toBe(0);
    expect(await emulator.call('app', { endpoint: 'member.me', input: {} }, 'oReader')).toMatchObject({ ok: true });
    emulator.setClock(DEAR.everyMs);
    expect(await emulator.call('app', { endpoint: 'member.data', input: {} }, 'oReader')).toMatchObject({
      ok: true,
    });
  });

  test('a profile whose name changes without end asks WeChat ten times and no more', async () => {
    const asked = () => emulator.inbox().filter(({ api }) => api === 'security.msgSecCheck').length;
    const profile = { phone: '13594218830', employer: '永川区文化馆', unionMember: true };
    const before = asked();

    await Promise.all(
      range(40).map(index =>
        emulator.as('oBurner')('member.save', {
          ...profile,
          name: `何${'燕英华芳'[index % 4]}${'一二三四五'[index % 5]}`,
        }),
      ),
    );

    expect(asked() - before).toBeGreaterThan(0);
    expect(asked() - before).toBeLessThanOrEqual(DEAR.size + 1);
  });
});
