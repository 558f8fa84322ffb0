import type { Plan } from './plan';
import type { Difference, Need, Step } from './step';
import { VARIABLES } from './variables';
import type { Index, WantedFunction } from './wanted';

const keys = (index: Index) => index.keys.map(key => `${key.field}${key.direction === 1 ? ' 升' : ' 降'}`).join('、');
const timersIn = (timers: { name: string; cron: string }[]) =>
  timers.map(timer => `，定时器 ${timer.name}（${timer.cron}）`).join('');

function difference(one: Difference): string {
  switch (one.kind) {
    case 'code':
      return '换成这次构建的代码';
    case 'memory':
      return `内存 ${one.is} → ${one.wanted} MB`;
    case 'timeout':
      return `超时 ${one.is} → ${one.wanted} 秒`;
    case 'timer':
      return `加定时器 ${one.timer.name}（${one.timer.cron}）`;
    case 'variable':
      return `设环境变量 ${one.name}`;
  }
}

/**
 * A step in one sentence for the technician. Of variables only the names are shown, because a value may be a secret.
 */
export function sayStep(step: Step, functions: WantedFunction[]): string {
  switch (step.do) {
    case 'create-collection':
      return `建集合 ${step.collection}`;
    case 'close-rule':
      return `集合 ${step.collection} 的权限改成“仅云函数”（read、write 都是 false）`;
    case 'drop-index':
      return `删掉集合 ${step.collection} 的索引 ${step.index}（和要建的冲突）`;
    case 'create-index':
      return `给集合 ${step.collection} 建索引 ${step.index.name}（${keys(step.index)}${step.index.unique ? '，唯一' : ''}）`;
    case 'drop-timer':
      return `删掉函数 ${step.function} 的定时器 ${step.timer.name}（${step.timer.cron}，时间不对）`;
    case 'drop-function':
      return `删掉函数 ${step.function}（测量用的）`;
    case 'create-function': {
      const { runtime, memory, timeout } = functions.find(one => one.name === step.function)!;
      const names = Object.keys(step.variables);
      return `新建函数 ${step.function}（${runtime}，${memory} MB，${timeout} 秒${timersIn(step.timers)}，环境变量 ${names.join('、')}）`;
    }
    case 'update-function':
      return `更新函数 ${step.function}：${step.differs.map(difference).join('；')}`;
  }
}

/** What only a person can do, in one sentence. */
export function sayNeed(need: Need): string {
  switch (need.need) {
    case 'variable': {
      const { without } = VARIABLES.find(one => one.name === need.name)!;
      return `环境变量 ${need.name} 没有设（函数 ${need.functions.join('、')}）：${without}。`;
    }
    case 'runtime':
      return `函数 ${need.function} 的运行环境是 ${need.is}，平台不能改成 ${need.wanted}：请在控制台删掉这个函数（里面没有数据），再运行一次。`;
    case 'remove-failed':
      return `函数 ${need.function} 上次没有建成（CreateFailed）：请在控制台删掉它，再运行一次。`;
    case 'timer-on':
      return `函数 ${need.function} 的定时器 ${need.timer} 停用了：请在控制台打开。`;
  }
}

/** The whole plan, before anything happens. */
export function sayPlan(plan: Plan, functions: WantedFunction[]): string {
  const steps = plan.steps.map((step, i) => `${String(i + 1).padStart(3)}. ${sayStep(step, functions)}`);
  const needs = plan.needs.map(need => `  · ${sayNeed(need)}`);
  return [
    steps.length > 0 ? `要做 ${steps.length} 步：` : '都已经是要的样子，没有要做的。',
    ...steps,
    ...(needs.length > 0 ? ['', '这些要人来做：', ...needs] : []),
  ].join('\n');
}
