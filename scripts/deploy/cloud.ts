import { codeOf, type Answer, type Ask } from './ask';
import type { Found, FoundCollection, FoundFunction } from './found';
import { functionFrom, indexFrom, indexTo, isClosed, type RawIndex } from './shapes';
import { PROBE, type Index, type Wanted } from './wanted';

/**
 * All calls to Tencent about an environment. Shapes: https://cloud.tencent.com/document/api/876/34809 (tcb
 * 2018-06-08) and https://cloud.tencent.com/document/api/583/17235 (scf 2018-04-16), calls as
 * @cloudbase/manager-node 5.6.5 makes them.
 */
export interface Cloud {
  read(wanted: Wanted): Promise<Found>;
  readFunctions(names: string[]): Promise<Found['functions']>;
  createCollection(name: string): Promise<void>;
  closeRule(collection: string): Promise<void>;
  dropIndex(collection: string, index: string): Promise<void>;
  createIndex(collection: string, index: Index): Promise<void>;
  dropTimer(func: string, timer: string): Promise<void>;
  dropFunction(func: string): Promise<void>;
  dropCollection(name: string): Promise<void>;
  /**
   * Runs a function with this event and waits for what it returns, parsed. The call has no OPENID, because no person
   * makes it.
   */
  invoke(func: string, event: object): Promise<unknown>;
}

const PAGE = 100;
const CLOSED = JSON.stringify({ read: false, write: false });

/**
 * Looks the environment up and returns the functions that work on it. Refuses an environment that does not exist or
 * is not in order.
 */
export async function cloudOf(ask: Ask, env: string): Promise<Cloud> {
  const { database, namespace } = await environment(ask, env);
  const table = { EnvId: env, MongoConnector: { InstanceId: 'flexdb', DatabaseName: database } };

  async function collectionNames(): Promise<string[]> {
    const names: string[] = [];
    for (;;) {
      const page = await ask('tcb', 'ListTables', { ...table, MgoLimit: PAGE, MgoOffset: names.length });
      const tables = (page.Tables ?? []) as { TableName: string }[];
      names.push(...tables.map(one => one.TableName));
      const total = (page.Pager as { Total?: number } | undefined)?.Total ?? names.length;
      if (tables.length === 0 || names.length >= total) return names;
    }
  }

  async function readCollection(name: string): Promise<FoundCollection> {
    const { Indexes } = await ask('tcb', 'DescribeTable', { ...table, TableName: name });
    const rule = await ask('tcb', 'DescribeSafeRule', { EnvId: env, CollectionName: name });
    return { indexes: ((Indexes ?? []) as RawIndex[]).map(indexFrom), closed: isClosed(rule) };
  }

  async function readFunction(name: string): Promise<FoundFunction | undefined> {
    try {
      return functionFrom(
        await ask('scf', 'GetFunction', { FunctionName: name, Namespace: namespace, ShowCode: 'FALSE' }),
      );
    } catch (error) {
      if (/^ResourceNotFound\.Function(Name)?$/.test(codeOf(error))) return undefined;
      throw error;
    }
  }

  async function readFunctions(names: string[]) {
    const found: Found['functions'] = {};
    for (const name of names) {
      const one = await readFunction(name);
      if (one) found[name] = one;
    }
    return found;
  }

  const updateTable = async (collection: string, change: object) =>
    void (await ask('tcb', 'UpdateTable', { ...table, TableName: collection, ...change }));

  return {
    readFunctions,
    async read(wanted) {
      const there = await collectionNames();
      const collections: Found['collections'] = {};
      for (const { name } of wanted.collections)
        if (there.includes(name)) collections[name] = await readCollection(name);
      return {
        collections,
        functions: await readFunctions([...new Set([...wanted.functions.map(one => one.name), PROBE])]),
      };
    },
    async createCollection(name) {
      await unlessThere(async () => void (await ask('tcb', 'CreateTable', { ...table, TableName: name })));
    },
    async closeRule(collection) {
      await ask('tcb', 'ModifySafeRule', { EnvId: env, CollectionName: collection, AclTag: 'CUSTOM', Rule: CLOSED });
    },
    dropIndex: (collection, index) => updateTable(collection, { DropIndexes: [{ IndexName: index }] }),
    createIndex: (collection, index) => unlessThere(() => updateTable(collection, { CreateIndexes: [indexTo(index)] })),
    async dropTimer(func, timer) {
      await ask('scf', 'DeleteTrigger', {
        FunctionName: func,
        Namespace: namespace,
        TriggerName: timer,
        Type: 'timer',
      });
    },
    async dropFunction(func) {
      await ask('scf', 'DeleteFunction', { FunctionName: func, Namespace: namespace });
    },
    async dropCollection(name) {
      await ask('tcb', 'DeleteTable', { ...table, TableName: name });
    },
    async invoke(func, event) {
      const answer = await ask('scf', 'Invoke', {
        FunctionName: func,
        Namespace: namespace,
        InvocationType: 'RequestResponse',
        ClientContext: JSON.stringify(event),
      });
      const { RetMsg, ErrMsg, InvokeResult } = (answer.Result ?? {}) as Invoked;
      if (InvokeResult !== undefined && InvokeResult !== 0)
        throw Object.assign(new Error(ErrMsg || RetMsg || 'no answer'), { code: `InvokeResult ${InvokeResult}` });
      return JSON.parse(RetMsg ?? 'null') as unknown;
    },
  };
}

/**
 * Somebody else may have made it in the meantime: "[CreateTable] Table exist. Please check your request …"
 * (https://github.com/TencentCloudBase/CloudBase-AI-Toolkit/issues/488). The reading afterwards shows whether it is
 * as required.
 */
async function unlessThere(make: () => Promise<void>) {
  try {
    await make();
  } catch (error) {
    if (
      !/\b(already )?exists?\b/i.test(String((error as Error).message)) ||
      /not exist/i.test((error as Error).message)
    )
      throw error;
  }
}

async function environment(ask: Ask, env: string) {
  const answer = await ask('tcb', 'DescribeEnvInfo', { EnvId: env }).catch((error: unknown) => {
    if (/^(ResourceNotFound|InvalidParameter)/.test(codeOf(error))) return {} as Answer;
    throw error;
  });
  const base = (answer.EnvInfo as { EnvBaseInfo?: RawEnvironment } | undefined)?.EnvBaseInfo;
  const database = base?.Databases?.[0]?.InstanceId;
  const namespace = base?.Functions?.[0]?.Namespace;
  if (base?.EnvId !== env) throw Object.assign(new Error(`no environment ${env}`), { code: 'ENV_NOT_FOUND' });
  if (!database || !namespace) throw Object.assign(new Error(`${env} has no database`), { code: 'ENV_NOT_READY' });
  return { database, namespace };
}

/** https://cloud.tencent.com/document/api/583/17244#Result */
interface Invoked {
  RetMsg?: string;
  ErrMsg?: string;
  InvokeResult?: number;
}

interface RawEnvironment {
  EnvId?: string;
  Databases?: { InstanceId?: string }[];
  Functions?: { Namespace?: string }[];
}
