import { apply } from '../../../scripts/deploy/apply';
import { patient } from '../../../scripts/deploy/ask';
import { cloudOf } from '../../../scripts/deploy/cloud';
import { missingIn } from '../../../scripts/deploy/missing';
import { planOf } from '../../../scripts/deploy/plan';
import type { DeployFunction } from '../../../scripts/deploy/deploy-function';
import { TEMPLATES, WANTED } from './small';
import { ENV, Tencent } from './tencent';

const VALUES = { SUBSCRIBE_TEMPLATES: TEMPLATES };

async function deploy(tencent: Tencent, deployFunction: DeployFunction = tencent.deployFunction) {
  const cloud = await cloudOf(tencent.ask, ENV);
  const told: string[] = [];
  const plan = planOf(WANTED, await cloud.read(WANTED), VALUES);
  const { left, failed } = await apply(plan, {
    wanted: WANTED,
    values: VALUES,
    cloud,
    deployFunction,
    tell: sentence => told.push(sentence),
    sleep: async () => undefined,
  });
  return { plan, left, failed, told };
}

const CHANGES = /^(Create|Update|Modify|Delete|BatchCreate)/;

test('an empty environment becomes as wanted, and a second time nothing is changed', async () => {
  const tencent = new Tencent();

  const first = await deploy(tencent);
  const asked = tencent.calls.splice(0);
  const second = await deploy(tencent);

  expect(first.left).toEqual({ steps: [], needs: [] });
  expect(asked.filter(call => CHANGES.test(call)).slice(0, 3)).toEqual([
    'CreateTable members',
    'ModifySafeRule members',
    'UpdateTable members',
  ]);
  expect(tencent.tables.get('members')!.acl).toEqual({ AclTag: 'CUSTOM', Rule: '{"read":false,"write":false}' });
  expect(tencent.functions.get('tell')).toMatchObject({
    Runtime: 'Nodejs20.19',
    Timeout: 60,
    Triggers: [{ TriggerName: 'tell', TriggerDesc: '0 * * * * * *' }],
  });
  expect(second.plan.steps).toEqual([]);
  expect(tencent.calls.filter(call => CHANGES.test(call))).toEqual([]);
});

test('a collection and an index that somebody made meanwhile are no error', async () => {
  const tencent = new Tencent();
  const ask = tencent.ask;
  const cloud = await cloudOf(ask, ENV);
  const found = await cloud.read(WANTED);
  await cloud.createCollection('members');
  await cloud.createIndex('members', WANTED.collections[0]!.indexes[0]!);

  const { left } = await apply(planOf(WANTED, found, VALUES), {
    wanted: WANTED,
    values: VALUES,
    cloud,
    deployFunction: tencent.deployFunction,
    tell: () => {},
    sleep: async () => undefined,
  });

  expect(left.steps).toEqual([]);
});

test('but a collection that is gone is an error, although "not exist" has the same word in it', async () => {
  const tencent = new Tencent();
  const cloud = await cloudOf(tencent.ask, ENV);

  await expect(cloud.createIndex('gone', WANTED.collections[0]!.indexes[0]!)).rejects.toMatchObject({
    code: 'ResourceNotFound',
  });
});

test('a function that is being updated is waited for and then deployed', async () => {
  const tencent = new Tencent();
  await deploy(tencent);
  Object.assign(tencent.functions.get('line')!, { MemorySize: 128, Status: 'Updating', busyFor: 4 });

  const { left, told } = await deploy(tencent);

  expect(told).toContain('函数 line 正在更新，等它好 …');
  expect(left.steps).toEqual([]);
  expect(tencent.functions.get('line')!.MemorySize).toBe(256);
});

test('a function that begins to be updated in the middle is tried again', async () => {
  const tencent = new Tencent();
  await deploy(tencent);
  tencent.functions.get('line')!.MemorySize = 128;
  tencent.refuseNext.push({ action: 'UpdateFunctionCode', code: 'FailedOperation.FunctionStatusError', message: 'no' });

  const { left, failed, told } = await deploy(tencent);

  expect(told).toContain('更新函数 line：内存 128 → 256 MB（第 2 次）');
  expect({ left, failed }).toEqual({ left: { steps: [], needs: [] }, failed: [] });
});

test('what does not pass by itself is not tried again, does not keep the others, and is named with its reason', async () => {
  const tencent = new Tencent();
  tencent.refuseNext.push({ action: 'CreateFunction', code: 'LimitExceeded.Function', message: 'too many' });

  const { left, failed } = await deploy(tencent);

  expect(failed).toMatchObject([{ function: 'line', error: { code: 'LimitExceeded.Function' } }]);
  expect(missingIn(left)).toEqual(['函数 line 还没部署。']);
  expect(tencent.functions.has('tell')).toBe(true);
});

test('"done" is not believed: what is not there afterwards is named', async () => {
  const tencent = new Tencent();

  const { left, failed } = await deploy(tencent, async () => undefined);

  expect(failed).toEqual([]);
  expect(missingIn(left)).toEqual(['函数 line 还没部署。', '函数 tell 还没部署。']);
});

test('an index that takes its time is not called missing', async () => {
  const tencent = new Tencent();
  tencent.indexDelay = 3;

  const { left } = await deploy(tencent);

  expect(left.steps).toEqual([]);
});

test('a timer at the wrong time is replaced', async () => {
  const tencent = new Tencent();
  await deploy(tencent);
  tencent.functions.get('tell')!.Triggers[0]!.TriggerDesc = '0 0 * * * * *';

  const { left } = await deploy(tencent);

  expect(left.steps).toEqual([]);
  expect(tencent.functions.get('tell')!.Triggers).toMatchObject([
    { TriggerName: 'tell', TriggerDesc: '0 * * * * * *' },
  ]);
});

test('collections beyond the first hundred are seen', async () => {
  const tencent = new Tencent();
  const cloud = await cloudOf(tencent.ask, ENV);
  for (let i = 0; i < 130; i++) await cloud.createCollection(`other-${i}`);
  await cloud.createCollection('members');

  expect(Object.keys((await cloud.read(WANTED)).collections)).toEqual(['members']);
});

test.each([
  [{ AclTag: 'ADMINONLY' }, true],
  [{ AclTag: 'CUSTOM', Rule: '{ "read": false, "write": false }' }, true],
  [{ AclTag: 'CUSTOM', Rule: '{"read":false,"write":"doc._openid == auth.openid"}' }, false],
  [{ AclTag: 'CUSTOM', Rule: '{"read":false,"write":false,"create":true}' }, false],
  [{ AclTag: 'CUSTOM', Rule: '{"read":false}' }, false],
  [{ AclTag: 'PRIVATE' }, false],
  [{ AclTag: 'READONLY' }, false],
])('a collection under %j is closed: %s', async (acl, closed) => {
  const tencent = new Tencent();
  const cloud = await cloudOf(tencent.ask, ENV);
  await cloud.createCollection('members');
  tencent.tables.get('members')!.acl = acl;

  expect((await cloud.read(WANTED)).collections.members!.closed).toBe(closed);
});

test('asked too often, it waits and asks again; another refusal is passed on at once', async () => {
  const tencent = new Tencent();
  const pauses: number[] = [];
  const ask = patient(tencent.ask, async ms => pauses.push(ms));
  const code = 'RequestLimitExceeded';
  tencent.refuseNext.push({ action: 'DescribeEnvInfo', code, message: 'too often' });

  await expect(ask('tcb', 'DescribeEnvInfo', { EnvId: ENV })).resolves.toMatchObject({ EnvInfo: {} });
  tencent.refuseNext.push({ action: 'DescribeEnvInfo', code: 'AuthFailure.SignatureFailure', message: 'no' });
  await expect(ask('tcb', 'DescribeEnvInfo', { EnvId: ENV })).rejects.toMatchObject({
    code: 'AuthFailure.SignatureFailure',
  });

  expect(pauses).toHaveLength(1);
});

test('an environment that is not there or not ready is told apart', async () => {
  const tencent = new Tencent();

  await expect(cloudOf(tencent.ask, 'other-env')).rejects.toMatchObject({ code: 'ENV_NOT_FOUND' });
  tencent.refuseNext.push({ action: 'DescribeEnvInfo', code: 'InvalidParameterValue', message: 'EnvId' });
  await expect(cloudOf(tencent.ask, ENV)).rejects.toMatchObject({ code: 'ENV_NOT_FOUND' });
  tencent.refuseNext.push({ action: 'DescribeEnvInfo', code: 'UnauthorizedOperation', message: 'no' });
  await expect(cloudOf(tencent.ask, ENV)).rejects.toMatchObject({ code: 'UnauthorizedOperation' });
});
