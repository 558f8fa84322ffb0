import type { Plan } from './plan';
import type { Step } from './step';
import { sayNeed } from './say';

/**
 * What is wrong with an environment, one sentence each. It is the plan of deploying, worded as findings.
 * Consequences are left out: that a missing collection has no indexes, or a missing function no timers.
 */
export function missingIn(plan: Plan): string[] {
  const absent = new Set(plan.steps.flatMap(step => (step.do === 'create-collection' ? [step.collection] : [])));
  return [...plan.steps.flatMap(step => finding(step, absent)), ...plan.needs.map(sayNeed)];
}

function finding(step: Step, absent: Set<string>): string[] {
  switch (step.do) {
    case 'create-collection':
      return [`缺集合 ${step.collection}。`];
    case 'close-rule':
      return absent.has(step.collection)
        ? []
        : [`集合 ${step.collection} 的权限不是“仅云函数”：小程序里的人能直接读写它。`];
    case 'drop-index':
      return [];
    case 'create-index':
      return absent.has(step.collection) ? [] : [`索引 ${step.collection}.${step.index.name} 没有，或者不一样。`];
    case 'drop-timer':
      return [];
    case 'drop-function':
      return [`函数 ${step.function} 还在。`];
    case 'create-function':
      return [`函数 ${step.function} 还没部署。`];
    case 'update-function':
      return step.differs.map(one => {
        switch (one.kind) {
          case 'code':
            return `函数 ${step.function} 的代码和这里构建的不一样。`;
          case 'memory':
            return `函数 ${step.function} 的内存是 ${one.is} MB，应该是 ${one.wanted} MB。`;
          case 'timeout':
            return `函数 ${step.function} 的超时是 ${one.is} 秒，应该是 ${one.wanted} 秒。`;
          case 'timer':
            return `定时器 ${one.timer.name} 没有，或者时间不对（函数 ${step.function}，应该是 ${one.timer.cron}）。`;
          case 'variable':
            return `函数 ${step.function} 的环境变量 ${one.name} 和这里给的不一样。`;
        }
      });
  }
}
