/**
 * The observations that a probe makes of an environment. Each has one key for good, so that two reports can be
 * compared.
 *
 * - `code`: our product depends on it. Another value requires other code, here or in the emulator.
 * - `number`: a figure that the rehearsal and our limits are based on.
 * - `info`: worth knowing.
 */
export type Weight = 'code' | 'number' | 'info';

export interface Key {
  weight: Weight;
  /** What it is, in words for the technician. */
  says: string;
}

/** How an error shows: the kind that our code sorts it into (`server/base/failure.ts`), its number, and its words. */
const error = (name: string, says: string): [string, Key][] => [
  [`error.${name}.failure`, { weight: 'code', says: `${says}：程序认作` }],
  [`error.${name}.code`, { weight: 'info', says: `${says}：错误码` }],
  [`error.${name}.text`, { weight: 'info', says: `${says}：原话` }],
];
/** Milliseconds: how many were measured, the median, and the value that one in twenty exceeds. */
const times = (name: string, says: string): [string, Key][] => [
  [`ms.${name}.n`, { weight: 'info', says: `${says}：量了几次` }],
  [`ms.${name}.p50`, { weight: 'number', says: `${says}：中位数（毫秒）` }],
  [`ms.${name}.p95`, { weight: 'number', says: `${says}：二十次里最慢的一次（毫秒）` }],
];
const one = (name: string, weight: Weight, says: string): [string, Key] => [name, { weight, says }];

export const PARALLEL = [1, 10, 50, 100, 200] as const;

/**
 * Grouped by the part of the probe that observes them. Each part is one call, so it stays below the function's
 * time-out.
 */
export const PARTS = {
  errors: [
    ...error('duplicateId', '编号重复'),
    ...error('missingCollection', '集合不存在'),
    ...error('collectionExists', '集合已经存在'),
    ...error('badOperator', '不认识的查询操作符'),
    ...error('incOnText', '给文字加一'),
    ...error('pushOnText', '往文字里添元素'),
    one('document.missingRead', 'code', '读不存在的记录得到'),
    one('document.missingUpdate', 'code', '改不存在的记录，改了几条'),
    one('document.missingRemove', 'code', '删不存在的记录'),
    one('guard.holds', 'code', '条件成立的更新，改了几条'),
    one('guard.fails', 'code', '条件不成立的更新，改了几条'),
    one('guard.notInArray', 'code', '“数组里没有我才加”，两次一共加了几个'),
    one('push.sorted', 'code', '推入以后按一个字段排序，得到的次序'),
    one('returning.known', 'info', '认不认识 updateAndReturn（不认识也能用，抢到的人每人多一次数据库操作）'),
    one('returning.words', 'info', 'updateAndReturn 不认识时的原话'),
    one('returning.right', 'code', 'updateAndReturn 答的都对'),
  ],
  transactions: [
    ...error('conflictAtOperation', '两个事务改同一条，后来的'),
    ...error('commitAfterForeignWrite', '读过以后被别人改了，再改并提交'),
    ...error('afterRollback', '回滚以后再用'),
    one('transaction.readTakesNoLock', 'code', '事务读过的记录，别人还能改'),
    one('transaction.rollback', 'code', '回滚以后，写的东西'),
    one('transaction.whereUpdateEscapes', 'code', '事务里 where().update()，回滚以后还在'),
    one('transaction.plainUpdateMeetsLock', 'code', '事务锁着的记录，普通更新'),
    one('transaction.retriesOfSdk', 'info', '两个 runTransaction 抢一条，一共跑了几遍'),
    one('race.lostUpdates', 'code', '同时给一条记录加一，丢了几次'),
    one('race.oversold', 'code', '同时抢 5 个名额，卖出几个'),
  ],
  limits: [
    one('limit.getDefault', 'code', '不写 limit 一次读到几条'),
    one('limit.getMost', 'code', '一次最多读到几条'),
    one('limit.in1000', 'code', '_.in 里写 1000 个编号，读到几条'),
    one('limit.in5000', 'info', '_.in 里写 5000 个编号，读到几条'),
    one('limit.documentKb', 'number', '一条记录最大写到多少（KB）'),
    one('limit.documentRefusal', 'info', '再大一点时的原话'),
    one('limit.arrayItems', 'number', '一个数组最多写到几个元素'),
    one('limit.addMany', 'info', '一次加一批记录'),
  ],
  latencies: [
    ...times('read', '读一条'),
    ...times('update', '带条件改一条'),
    ...times('add', '加一条'),
    ...times('transaction', '三步的事务'),
    ...times('hotUpdate', '很多人同时改同一条，平均每次'),
    ...PARALLEL.flatMap(count => [
      one(`parallel.${count}.ms`, 'number', `同时 ${count} 个读，全部读完（毫秒）`),
      one(`parallel.${count}.failed`, 'code', `同时 ${count} 个读，失败几个`),
    ]),
  ],
  platform: [
    ...times('warmCall', '函数调函数，实例是热的'),
    one('ms.coldCall', 'number', '函数调函数，新起一个实例（毫秒）'),
    one('ms.born', 'info', '实例从进程启动到接第一个请求（毫秒）'),
    one('instance.oneEventAtATime', 'code', '一个实例同一时刻只接一个请求'),
    one('instance.forEight', 'info', '同时 8 个请求，用了几个实例'),
    one('instance.heapMb', 'info', '堆内存上限（MB）'),
    one('instance.node', 'code', 'Node 的大版本'),
    one('instance.timeZone', 'code', '时区（和 UTC 差几分钟）'),
    one('instance.variables', 'info', '环境变量的名字'),
    one('identity.openid', 'code', '定时器的请求里有没有 OPENID'),
    one('identity.source', 'info', 'SOURCE'),
    one('identity.tcbSource', 'info', 'TCB_SOURCE'),
    one('identity.sourceOfCalled', 'info', '被函数调用时的 SOURCE'),
    ...error('missingFunction', '调用没有部署的函数'),
  ],
  openapi: [
    one('openapi.send.noOpenid', 'code', '订阅消息：openid 不对'),
    one('openapi.send.noTemplate', 'code', '订阅消息：模板号不对'),
    one('openapi.code.longScene', 'code', '小程序码：scene 太长'),
    one('openapi.check.noContent', 'code', '文字检查：没有文字'),
    one('openapi.phone.badCode', 'code', '手机号：code 不对'),
    one('openapi.unknown', 'info', '没有这个接口'),
  ],
} satisfies Record<string, [string, Key][]>;

export type Part = keyof typeof PARTS;
export const PART_NAMES = Object.keys(PARTS) as Part[];

export const KEYS: Readonly<Record<string, Key>> = Object.fromEntries(Object.values(PARTS).flat());
