import type { Answer, Ask } from '../../../scripts/deploy/ask';
import type { DeployFunction } from '../../../scripts/deploy/deploy-function';

/**
 * A stand-in for Tencent's API over one environment, as far as deploying speaks to it. Shapes and codes as documented
 * (https://cloud.tencent.com/document/api/876, /583) or recorded by others; what each call wants is as the calls of
 * @cloudbase/manager-node 5.6.5 are. `calls` is what was asked, in order.
 */
export const ENV = 'hg-test-1a2b3c';
const DATABASE = 'tnt-nl7hjzasw';
const ENVIRONMENT = {
  EnvId: ENV,
  Alias: 'hg-test',
  Status: 'NORMAL',
  Source: 'miniapp',
  Databases: [{ InstanceId: DATABASE, Status: 'RUNNING', Region: 'ap-shanghai' }],
  Functions: [{ Namespace: ENV, Region: 'ap-shanghai' }],
  Storages: [],
  LogServices: [],
};

interface RawTable {
  indexes: { Name: string; Keys: { Name: string; Direction: string }[]; Unique: boolean }[];
  acl: { AclTag: string; Rule?: string };
}
interface RawFunction {
  Runtime: string;
  MemorySize: number;
  Timeout: number;
  Variables: { Key: string; Value: string }[];
  Triggers: { TriggerName: string; Type: string; TriggerDesc: string; Enable: number }[];
  Status: string;
  /** How often it is still seen as Updating. */
  busyFor: number;
}

const refusal = (code: string, message: string, action: string) =>
  Object.assign(new Error(`[${action}] ${message}`), { code, action });

export class Tencent {
  readonly tables = new Map<string, RawTable>();
  readonly functions = new Map<string, RawFunction>();
  readonly calls: string[] = [];
  /** Errors for the next calls of an action, first come first served. */
  readonly refuseNext: { action: string; code: string; message: string }[] = [];
  /** How many looks a change of a function takes. */
  slowness = 1;
  /** How many looks an index takes until it is seen. */
  indexDelay = 0;
  private readonly pending: { left: number; show(): void }[] = [];

  readonly ask: Ask = async (_service, action, param) => {
    this.calls.push([action, param.TableName ?? param.CollectionName ?? param.FunctionName].filter(Boolean).join(' '));
    const next = this.refuseNext.findIndex(one => one.action === action);
    if (next >= 0) {
      const { code, message } = this.refuseNext.splice(next, 1)[0]!;
      throw refusal(code, message, action);
    }
    const handle = (this as unknown as Record<string, ((param: never) => Answer | Promise<Answer>) | undefined>)[
      action
    ];
    if (!handle) throw refusal('InvalidAction', `The action ${action} is not known here.`, action);
    return structuredClone({ ...(await handle.call(this, param as never)), RequestId: 'r' });
  };

  /** What the manager does for one function, call by call. */
  readonly deployFunction: DeployFunction = async (step, { name, runtime, memory, timeout }) => {
    const common = {
      FunctionName: name,
      Namespace: ENV,
      MemorySize: memory,
      Timeout: timeout,
      Environment: { Variables: Object.entries(step.variables).map(([Key, Value]) => ({ Key, Value })) },
    };
    const settle = () => Object.assign(this.functions.get(name)!, { Status: 'Active', busyFor: 0 });
    if (step.do === 'create-function') {
      await this.ask('scf', 'CreateFunction', { ...common, Runtime: runtime });
    } else {
      await this.ask('scf', 'UpdateFunctionCode', common);
      settle();
      await this.ask('scf', 'UpdateFunctionConfiguration', common);
    }
    settle();
    const Triggers = step.timers.map(one => ({ TriggerName: one.name, Type: 'timer', TriggerDesc: one.cron }));
    if (Triggers.length > 0)
      await this.ask('scf', 'BatchCreateTrigger', { ...common, Triggers: JSON.stringify(Triggers) });
  };

  DescribeEnvInfo({ EnvId }: { EnvId: string }): Answer {
    return { EnvInfo: { EnvBaseInfo: EnvId === ENV ? ENVIRONMENT : null } };
  }

  ListTables({ MgoLimit, MgoOffset }: { MgoLimit: number; MgoOffset: number }): Answer {
    const names = [...this.tables.keys()];
    const Tables = names.slice(MgoOffset, MgoOffset + MgoLimit).map(TableName => ({ TableName, Count: 0, Size: 0 }));
    // An environment without any answers null.
    return {
      Tables: Tables.length > 0 ? Tables : null,
      Pager: { Offset: MgoOffset, Limit: MgoLimit, Total: names.length },
    };
  }

  DescribeTable({ TableName }: { TableName: string }): Answer {
    for (const one of this.pending) if (--one.left < 0) one.show();
    const { indexes } = this.table(TableName, 'DescribeTable');
    return { Indexes: indexes.map(one => ({ ...one, Size: 4096, Accesses: { Ops: 0, Since: '' } })), IndexNum: 1 };
  }

  CreateTable({ TableName, MongoConnector }: { TableName: string; MongoConnector: object }): Answer {
    if (JSON.stringify(MongoConnector) !== JSON.stringify({ InstanceId: 'flexdb', DatabaseName: DATABASE }))
      throw refusal('InvalidParameterValue', 'wrong connector', 'CreateTable');
    if (this.tables.has(TableName))
      throw refusal(
        'FailedOperation',
        'Table exist. Please check your request, but if the problem cannot be solved, contact us.',
        'CreateTable',
      );
    const id = { Name: '_id_', Keys: [{ Name: '_id', Direction: '1' }], Unique: true };
    // New ones are open to their creator, as in the console.
    this.tables.set(TableName, { indexes: [id], acl: { AclTag: 'PRIVATE' } });
    return {};
  }

  UpdateTable({ TableName, CreateIndexes = [], DropIndexes = [] }: UpdateTable): Answer {
    const table = this.table(TableName, 'UpdateTable');
    for (const { IndexName } of DropIndexes) table.indexes = table.indexes.filter(one => one.Name !== IndexName);
    for (const { IndexName, MgoKeySchema } of CreateIndexes) {
      if (table.indexes.some(one => one.Name === IndexName))
        throw refusal('FailedOperation', `index ${IndexName} already exists`, 'UpdateTable');
      const index = { Name: IndexName, Keys: MgoKeySchema.MgoIndexKeys, Unique: MgoKeySchema.MgoIsUnique };
      const show = () => table.indexes.includes(index) || table.indexes.push(index);
      if (this.indexDelay > 0) this.pending.push({ left: this.indexDelay, show });
      else show();
    }
    return {};
  }

  DescribeSafeRule({ CollectionName }: { CollectionName: string }): Answer {
    return { ...this.table(CollectionName, 'DescribeSafeRule').acl };
  }

  ModifySafeRule({ CollectionName, AclTag, Rule }: { CollectionName: string; AclTag: string; Rule?: string }): Answer {
    if (AclTag === 'CUSTOM' && !Rule) throw refusal('MissingParameter', 'Rule', 'ModifySafeRule');
    this.table(CollectionName, 'ModifySafeRule').acl = { AclTag, Rule };
    return {};
  }

  GetFunction({ FunctionName }: { FunctionName: string }): Answer {
    const one = this.func(FunctionName, 'GetFunction');
    if (one.busyFor > 0 && --one.busyFor === 0) one.Status = 'Active';
    const { Variables, Triggers, busyFor: _, ...rest } = one;
    // Sent as seven fields, answered as JSON around them.
    const timers = Triggers.map(t => ({ ...t, TriggerDesc: JSON.stringify({ cron: t.TriggerDesc }) }));
    return { ...rest, FunctionName, Handler: 'index.main', Environment: { Variables }, Triggers: timers };
  }

  CreateFunction(param: Configuration & { Runtime: string }): Answer {
    if (this.functions.has(param.FunctionName))
      throw refusal('ResourceInUse.Function', 'function already exists', 'CreateFunction');
    const { Runtime, MemorySize, Timeout } = param;
    const { Variables } = param.Environment ?? { Variables: [] };
    const state = { Status: 'Creating', busyFor: this.slowness };
    this.functions.set(param.FunctionName, { Runtime, MemorySize, Timeout, Variables, Triggers: [], ...state });
    return {};
  }

  UpdateFunctionCode({ FunctionName }: { FunctionName: string }): Answer {
    this.notBusy(FunctionName, 'UpdateFunctionCode');
    Object.assign(this.func(FunctionName, 'UpdateFunctionCode'), { Status: 'Updating', busyFor: this.slowness });
    return {};
  }

  UpdateFunctionConfiguration({ FunctionName, MemorySize, Timeout, Environment }: Configuration): Answer {
    this.notBusy(FunctionName, 'UpdateFunctionConfiguration');
    Object.assign(this.func(FunctionName, 'UpdateFunctionConfiguration'), {
      MemorySize,
      Timeout,
      // The whole set is replaced.
      ...(Environment ? { Variables: Environment.Variables } : {}),
      Status: 'Updating',
      busyFor: this.slowness,
    });
    return {};
  }

  BatchCreateTrigger({ FunctionName, Triggers }: { FunctionName: string; Triggers: string }): Answer {
    const { Triggers: there } = this.func(FunctionName, 'BatchCreateTrigger');
    for (const one of JSON.parse(Triggers) as RawFunction['Triggers']) {
      if (there.some(trigger => trigger.TriggerName === one.TriggerName))
        throw refusal('ResourceInUse.Trigger', 'trigger already exists', 'BatchCreateTrigger');
      there.push({ ...one, Enable: 1 });
    }
    return {};
  }

  DeleteTrigger({ FunctionName, TriggerName }: { FunctionName: string; TriggerName: string }): Answer {
    const one = this.func(FunctionName, 'DeleteTrigger');
    one.Triggers = one.Triggers.filter(trigger => trigger.TriggerName !== TriggerName);
    return {};
  }

  DeleteFunction({ FunctionName }: { FunctionName: string }): Answer {
    this.func(FunctionName, 'DeleteFunction');
    this.functions.delete(FunctionName);
    return {};
  }

  DeleteTable({ TableName }: { TableName: string }): Answer {
    this.table(TableName, 'DeleteTable');
    this.tables.delete(TableName);
    return {};
  }

  /** What functions return, by name: a stand-in runs none. */
  readonly run: Record<string, (event: unknown) => unknown> = {};

  async Invoke({ FunctionName, ClientContext }: { FunctionName: string; ClientContext: string }): Promise<Answer> {
    this.func(FunctionName, 'Invoke');
    const returned = await this.run[FunctionName]!(JSON.parse(ClientContext));
    return { Result: { RetMsg: JSON.stringify(returned), ErrMsg: '', InvokeResult: 0, Duration: 5, Log: '' } };
  }

  private table(name: string, action: string): RawTable {
    const table = this.tables.get(name);
    if (!table) throw refusal('ResourceNotFound', 'Db or Table not exist. Please check your request.', action);
    return table;
  }

  private func(name: string, action: string): RawFunction {
    const one = this.functions.get(name);
    if (!one) throw refusal('ResourceNotFound.Function', `Function not found: [${name}]`, action);
    return one;
  }

  private notBusy(name: string, action: string): void {
    if (this.func(name, action).Status === 'Updating')
      throw refusal('FailedOperation.FunctionStatusError', '当前函数状态无法进行此操作，请稍后重试。', action);
  }
}

interface Configuration {
  FunctionName: string;
  MemorySize: number;
  Timeout: number;
  Environment?: { Variables: { Key: string; Value: string }[] };
}
interface UpdateTable {
  TableName: string;
  CreateIndexes?: {
    IndexName: string;
    MgoKeySchema: { MgoIndexKeys: { Name: string; Direction: string }[]; MgoIsUnique: boolean };
  }[];
  DropIndexes?: { IndexName: string }[];
}
