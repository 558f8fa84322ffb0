import { codeOf } from './ask';
import type { Cloud } from './cloud';
import type { DeployFunction } from './deploy-function';
import { isBusy, type Found } from './found';
import { planOf, type Plan } from './plan';
import { isFunctionStep, type Step } from './step';
import { sayStep } from './say';
import type { Wanted } from './wanted';

export interface Applying {
  wanted: Wanted;
  values: Record<string, string>;
  cloud: Cloud;
  deployFunction: DeployFunction;
  tell(sentence: string): void;
  sleep(ms: number): Promise<unknown>;
}

export interface Applied {
  /** What is still missing according to the environment itself. An answer "done" is not trusted. */
  left: Plan;
  failed: { function: string; error: unknown }[];
}

const LOOK_EVERY_MS = 3_000;
const WAIT_MS = 5 * 60_000;
const ATTEMPTS = 3;

/** These pass by themselves: the function is being changed, or Tencent had a brief failure. */
const PASSING = /FunctionStatusError|InternalError|ResourceUnavailable|ResourceInUse|Updating|timeout|ECONNRESET/;

/** Carries a plan out. A failure with a collection ends it. A failure with one function does not stop the others. */
export async function apply(plan: Plan, applying: Applying): Promise<Applied> {
  const { cloud, wanted, values, tell } = applying;
  for (const step of plan.steps) {
    if (isFunctionStep(step)) continue;
    tell(sayStep(step, wanted.functions));
    await applyOne(step, cloud);
  }
  const failed = plan.steps.some(isFunctionStep) ? await deployFunctions(applying) : new Map<string, unknown>();
  return {
    left: planOf(wanted, await settled(applying), values),
    failed: [...failed].map(([name, error]) => ({ function: name, error })),
  };
}

async function applyOne(step: Exclude<Step, { variables: unknown }>, cloud: Cloud): Promise<void> {
  switch (step.do) {
    case 'create-collection':
      return cloud.createCollection(step.collection);
    case 'close-rule':
      return cloud.closeRule(step.collection);
    case 'drop-index':
      return cloud.dropIndex(step.collection, step.index);
    case 'create-index':
      return cloud.createIndex(step.collection, step.index);
    case 'drop-timer':
      return cloud.dropTimer(step.function, step.timer.name);
    case 'drop-function':
      return cloud.dropFunction(step.function);
  }
}

/**
 * The platform refuses to touch a function that is being changed. So wait, read its state anew, and deploy what
 * still differs.
 */
async function deployFunctions({ wanted, values, cloud, deployFunction, tell, sleep }: Applying) {
  const names = wanted.functions.map(one => one.name);
  const failed = new Map<string, unknown>();
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const functions = await calm(cloud, names, tell, sleep);
    const { steps } = planOf({ functions: wanted.functions, collections: [] }, { functions, collections: {} }, values);
    const left = steps.filter(isFunctionStep).filter(step => !failed.has(step.function));
    if (left.length === 0) break;
    for (const step of left) {
      tell(`${sayStep(step, wanted.functions)}${attempt === 1 ? '' : `（第 ${attempt} 次）`}`);
      try {
        await deployFunction(
          step,
          wanted.functions.find(one => one.name === step.function)!,
        );
      } catch (error) {
        if (attempt === ATTEMPTS || !PASSING.test(`${codeOf(error)} ${String(error)}`))
          failed.set(step.function, error);
      }
    }
  }
  return failed;
}

async function calm(
  cloud: Cloud,
  names: string[],
  tell: Applying['tell'],
  sleep: Applying['sleep'],
): Promise<Found['functions']> {
  for (let waited = 0; ; waited += LOOK_EVERY_MS) {
    const functions = await cloud.readFunctions(names);
    const busy = names.filter(name => functions[name] && isBusy(functions[name]));
    if (busy.length === 0 || waited >= WAIT_MS) return functions;
    if (waited === 0) tell(`函数 ${busy.join('、')} 正在更新，等它好 …`);
    await sleep(LOOK_EVERY_MS);
  }
}

/** An index on a collection with documents takes a while to appear. Look a few times before it counts as missing. */
async function settled({ cloud, wanted, values, sleep }: Applying): Promise<Found> {
  for (let left = 5; ; left--) {
    const found = await cloud.read(wanted);
    if (left === 0 || !planOf(wanted, found, values).steps.some(step => step.do === 'create-index')) return found;
    await sleep(LOOK_EVERY_MS);
  }
}
