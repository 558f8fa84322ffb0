import { join } from 'node:path';
import { deployFunctionBy, type FunctionApi } from '../../../scripts/deploy/deploy-function';
import { planOf } from '../../../scripts/deploy/plan';
import { isFunctionStep, type FunctionStep } from '../../../scripts/deploy/step';
import { TEMPLATES, WANTED } from './small';

const tell = WANTED.functions[1]!;
const [, create] = planOf(WANTED, undefined, { SUBSCRIBE_TEMPLATES: TEMPLATES }).steps.filter(isFunctionStep);

async function calls(step: FunctionStep) {
  const said: [string, unknown][] = [];
  const note = (name: string) => async (what: unknown) => void said.push([name, what]);
  await deployFunctionBy(
    {
      createFunction: note('create'),
      updateFunctionCode: note('code'),
      updateFunctionConfig: note('config'),
      createFunctionTriggers: async (_, triggers) => void said.push(['timers', triggers]),
      waitFunctionActive: note('wait'),
    } as FunctionApi,
    'dist/functions',
  )(step, tell);
  return said;
}

test('a new function gets everything in one call, nothing installed in the cloud, JSON as the string that it is', async () => {
  expect(await calls(create!)).toEqual([
    [
      'create',
      {
        functionPath: join('dist/functions', 'tell'),
        deployMode: 'zip',
        func: {
          name: 'tell',
          runtime: 'Nodejs20.19',
          handler: 'index.main',
          memorySize: 256,
          timeout: 60,
          installDependency: false,
          triggers: [{ name: 'tell', type: 'timer', config: '0 * * * * * *' }],
          envVariables: { SUBSCRIBE_TEMPLATES: TEMPLATES, HG_BUILD: 'bbbb' },
        },
      },
    ],
  ]);
});

test('other code goes first: the digest is set when it has arrived', async () => {
  const step: FunctionStep = { ...create!, do: 'update-function', differs: [{ kind: 'code' }], timers: [] };

  expect((await calls(step)).map(([name]) => name)).toEqual(['code', 'wait', 'config', 'wait']);
});

test('where only the configuration differs the code is not sent, and only missing timers are made', async () => {
  const differs = [{ kind: 'timeout' as const, is: 3, wanted: 60 }];
  const step: FunctionStep = { ...create!, do: 'update-function', differs };

  const said = await calls(step);

  expect(said.map(([name]) => name)).toEqual(['config', 'wait', 'timers']);
  expect(said[0]![1]).not.toHaveProperty('triggers');
});
