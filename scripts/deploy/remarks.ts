import { dateText } from '../../domain/base/clock';
import type { ProbeReport } from '../../domain/probe/compare';
import type { Found } from './found';
import { VARIABLES } from './variables';
import { PROBE, type Wanted } from './wanted';

/** Remarks on what cannot be seen from here, or need not be changed. None of them makes a check fail. */
export function remarks(
  wanted: Wanted,
  found: Found,
  values: Record<string, string>,
  measured?: ProbeReport,
): string[] {
  return [
    ...ofVariables(found, values),
    ...ofPermissions(wanted),
    ...ofSafetyRule(wanted),
    ...ofProbe(wanted, found),
    ...ofReturning(measured),
  ];
}

function ofVariables(found: Found, values: Record<string, string>): string[] {
  return VARIABLES.flatMap(({ name, remark }) => {
    const there = Object.values(found.functions).map(one => one.variables[name]);
    const value = values[name] ?? there.find(Boolean);
    const words = value === undefined ? undefined : remark(value);
    return words ? [`环境变量 ${name} ${words}。`] : [];
  });
}

/**
 * "在每次使用微信开发者工具上传云函数时均会根据配置更新权限": only DevTools registers which WeChat interfaces a function may call. The CLI does
 * not, and no interface tells whether it was done.
 * https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/guide/openapi/openapi.html
 */
function ofPermissions({ functions }: Wanted): string[] {
  return functions
    .filter(one => one.openapi.length > 0)
    .map(
      one =>
        `函数 ${one.name} 要调微信的 ${one.openapi.join('、')}：这个权限只有微信开发者工具上传时才登记。第一次部署以后，用开发者工具把 ${one.name} “上传并部署：所有文件”一次（十分钟后生效；没做的话日志里是 -604101）。`,
    );
}

/**
 * The safety rule says who may call which function in the environment. Functions that only a timer calls should be
 * closed to all clients. There is an interface for it (tcb `ModifySecurityRule`, ResourceType FUNCTION). But it
 * replaces the whole rule, including what a union has opened for 朋友圈, and we have never seen its answers in a real
 * environment. So nothing is set, and this remark is made each time.
 */
function ofSafetyRule({ functions }: Wanted): string[] {
  const closed = functions.filter(one => one.timers.length > 0).map(one => one.name);
  if (closed.length === 0) return [];
  return [
    `云函数的安全规则，这条命令不看也不设：请在微信开发者工具 → 云开发 → 设置 → 权限设置里看一眼，${closed.join('、')} 要是 {"invoke": false}，其余至少要 auth != null（照抄 docs/部署.md 里那一段）；匿名登录和 Web 安全域名不要打开。`,
  ];
}

/** Nobody inside WeChat can call it, but what is not used should not be there. */
function ofProbe({ functions, gone = [] }: Wanted, found: Found): string[] {
  const meant = functions.some(one => one.name === PROBE) || gone.includes(PROBE);
  return found.functions[PROBE] && !meant
    ? [`测量用的函数 ${PROBE} 还在环境里。量完了就删掉：npm run deploy -- --env <环境 ID> --without-probe。`]
    : [];
}

/** Nothing is wrong then, but each person who gets a place costs one operation more. */
function ofReturning(measured: ProbeReport | undefined): string[] {
  if (measured?.observations['returning.known'] !== false) return [];
  return [
    `上次测量（${dateText(measured.at)}）时这个环境不认识 updateAndReturn：抢到名额的人每人用三次数据库操作，不是两次。不用改什么，程序自己会换；平台升级以后再量一次（npm run probe）。`,
  ];
}
