import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Told } from './told';
import { VARIABLES } from './variables';
import { PROBE, RUNTIME, type Wanted, type WantedCollection, type WantedFunction } from './wanted';

interface Config {
  permissions?: { openapi?: string[] };
  timeout: number;
  memorySize: number;
  triggers: { name: string; type: string; config: string }[];
}

function functionIn(folder: string, name: string): WantedFunction {
  const code = readFileSync(join(folder, name, 'index.js'), 'utf8');
  const config = JSON.parse(readFileSync(join(folder, name, 'config.json'), 'utf8')) as Config;
  return {
    name,
    runtime: RUNTIME,
    memory: config.memorySize,
    timeout: config.timeout,
    timers: config.triggers.map(trigger => ({ name: trigger.name, cron: trigger.config })),
    openapi: config.permissions?.openapi ?? [],
    // The bundle itself shows which variables it reads, so no list has to be kept in step with the code.
    reads: VARIABLES.map(variable => variable.name).filter(variable => code.includes(`process.env.${variable}`)),
    build: createHash('sha256').update(code).digest('hex').slice(0, 12),
  };
}

/**
 * What the built functions in `folder` and its `database.json` require; the probe only if it is asked for. Throws if
 * there is no build.
 */
export function readBuilt(folder: string, probe?: boolean): Wanted {
  const names = existsSync(folder)
    ? readdirSync(folder).filter(name => existsSync(join(folder, name, 'index.js')))
    : [];
  if (names.length === 0) throw new Told(`${folder} 里没有构建好的云函数：npm run build:functions`);
  const { collections } = JSON.parse(readFileSync(join(folder, 'database.json'), 'utf8')) as {
    collections: (WantedCollection & { rule: string })[];
  };
  const open = collections.filter(one => one.rule !== 'closed').map(one => one.name);
  // None of our steps makes another rule. It is better to stop than to close what somebody wanted open.
  if (open.length > 0)
    throw new Told(`database.json 里集合 ${open.join('、')} 的权限不是 closed：这条命令只会全部关上。`);
  return {
    functions: names
      .filter(name => name !== PROBE || probe === true)
      .sort()
      .map(name => functionIn(folder, name)),
    collections: collections.map(({ name, indexes }) => ({ name, indexes })),
    ...(probe === false ? { gone: [PROBE] } : {}),
  };
}
