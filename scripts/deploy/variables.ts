import { gateCallsPerSecond } from '../../server/line/gate';
import { templates } from '../../server/telling/templates';
import { PUSH_KINDS } from '../../domain/model';

/**
 * A variable that an environment must give to the functions. Its value comes only from the environment of the
 * command.
 */
export interface Variable {
  name: string;
  /** What happens without it. */
  without: string;
  /** What is wrong with a value, in words that follow its name; undefined if nothing is wrong. */
  wrong(value: string): string | undefined;
  /** A remark on a correct value, in words that follow its name. */
  remark(value: string): string | undefined;
}

function wrongTemplates(value: string): string | undefined {
  let given: unknown;
  try {
    given = JSON.parse(value);
  } catch {
    return '不是 JSON';
  }
  const unknown = Object.keys(given ?? {}).filter(kind => !(PUSH_KINDS as readonly string[]).includes(kind));
  if (unknown.length > 0) return `里的 ${unknown.join('、')} 没有这种通知（有的是 ${PUSH_KINDS.join('、')}）`;
  return Object.keys(templates(value)).length === 0 ? '里没有一个模板号' : undefined;
}

function templatesLeftOut(value: string): string | undefined {
  const left = PUSH_KINDS.filter(kind => !templates(value)[kind]);
  return left.length > 0 ? `里没有 ${left.join('、')} 的模板号：这类通知只进小程序的消息` : undefined;
}

export const VARIABLES: Variable[] = [
  {
    name: 'SUBSCRIBE_TEMPLATES',
    without: '通知只进小程序的消息，不会发到微信',
    wrong: wrongTemplates,
    remark: templatesLeftOut,
  },
  {
    name: 'GATE_CALLS_PER_SECOND',
    without: '人再多，手机也是一点就送（十万人以下本来就这样）',
    wrong: value => (gateCallsPerSecond(value) === undefined ? '不是正整数（套餐每秒收下的函数调用次数）' : undefined),
    remark: () => undefined,
  },
];

/** The variables of ours that are set in `env`; empty ones count as not set. */
export function given(env: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(VARIABLES.flatMap(({ name }) => (env[name]?.trim() ? [[name, env[name].trim()]] : [])));
}

/** One sentence for each value that cannot be right. With such a value nothing is deployed. */
export function wrongValues(values: Record<string, string>): string[] {
  return VARIABLES.flatMap(({ name, wrong }) => {
    const words = name in values ? wrong(values[name]!) : undefined;
    return words ? [`环境变量 ${name} ${words}。`] : [];
  });
}
