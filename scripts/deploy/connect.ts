import { createRequire } from 'node:module';
import { join } from 'node:path';
import { patient, type Ask } from './ask';
import type { FunctionApi } from './deploy-function';

interface Manager {
  functions: FunctionApi;
  commonService(service: string): { call(what: { Action: string; Param: object }): Promise<Record<string, unknown>> };
}
type ManagerOf = new (config: Record<string, string | undefined>) => Manager;

export const hasKeys = (env: NodeJS.ProcessEnv): boolean =>
  Boolean(env.TENCENTCLOUD_SECRETID && env.TENCENTCLOUD_SECRETKEY);

/** Connects to Tencent through @cloudbase/manager-node of `packages`, with the keys in the process's environment. */
export function connect(packages: string, envId: string): { ask: Ask; functions: FunctionApi } {
  const CloudBase = createRequire(join(packages, 'package.json'))('@cloudbase/manager-node') as ManagerOf;
  const manager = new CloudBase({
    secretId: process.env.TENCENTCLOUD_SECRETID,
    secretKey: process.env.TENCENTCLOUD_SECRETKEY,
    token: process.env.TENCENTCLOUD_SESSIONTOKEN,
    region: process.env.TCB_REGION,
    envId,
  });
  return {
    functions: manager.functions,
    ask: patient((service, action, param) => manager.commonService(service).call({ Action: action, Param: param })),
  };
}
