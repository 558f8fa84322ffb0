import { join } from 'node:path';
import type { ProbeReport } from '../../domain/probe/compare';
import { cloudOf, type Cloud } from '../deploy/cloud';
import { connect, hasKeys } from '../deploy/connect';
import { NO_KEYS } from '../deploy/prepare';
import { Told } from '../deploy/told';
import { PROBE } from '../deploy/wanted';
import { measure } from './measure';

export const COLLECTION = 'hg_probe';

/**
 * A real environment. The collection is closed before anything is in it, and removed afterwards, whatever happened
 * in between.
 */
export async function measureCloud(
  cloud: Cloud,
  env: string,
  tell: (sentence: string) => void,
  ownerKey: string,
): Promise<ProbeReport> {
  if (!(await cloud.readFunctions([PROBE]))[PROBE])
    throw new Told(`环境 ${env} 里没有函数 probe：npm run deploy -- --env ${env} --with-probe`);
  await cloud.createCollection(COLLECTION);
  await cloud.closeRule(COLLECTION);
  try {
    return await measure(env, event => cloud.invoke(PROBE, event), tell, ownerKey);
  } finally {
    await cloud.dropCollection(COLLECTION);
    tell(`集合 ${COLLECTION} 已经删掉。`);
  }
}

export async function measureEnvironment(
  root: string,
  env: string,
  tell: (sentence: string) => void,
): Promise<ProbeReport> {
  if (!hasKeys(process.env)) throw new Told(NO_KEYS, 2);
  const ownerKey = process.env['HG_OWNER_KEY'] ?? '';
  if (ownerKey === '')
    throw new Told('缺环境变量 HG_OWNER_KEY：和控制台里函数 probe 的同名环境变量一样（见部署文档）', 2);
  const { ask } = connect(join(root, 'scripts/deploy'), env);
  return measureCloud(await cloudOf(ask, env), env, tell, ownerKey);
}
