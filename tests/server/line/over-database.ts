import type * as cloud from '../../../server/base/cloud';
import type * as database from '../../../server/base/database';
import { startEmulated, type Emulated } from '../../emulated';

/** What a guarded write asks of the document. */
export type Guard = Record<string, unknown>;

export let emulated: Emulated;
type Loosening = (guard: Guard) => Guard | Promise<Guard>;
let without: Loosening = guard => guard;

/**
 * Changes the conditions of every write until the end of the test: a control shows what they were good for. Something
 * may also happen just before the write.
 */
export const loosened = (change: Loosening): void => void (without = change);

/** Takes conditions away. */
export const but =
  (...keys: string[]) =>
  (guard: Guard): Guard =>
    Object.fromEntries(Object.entries(guard).filter(([key]) => !keys.includes(key)));

/** After the emulator is there: the SDK reads its address from the environment. */
const load = async () => ({
  ...(await import('../../../server/base/cloud')),
  ...(await import('../../../server/base/database')),
  ...(await import('../../../server/line/join')),
  ...(await import('../../../server/line/pull-entry')),
  ...(await import('../../../server/line/reserve')),
  ...(await import('../../../server/line/settle')),
  ...(await import('../../../server/draft/write-draft')),
  ...(await import('../../../server/roll/append-marks')),
  ...(await import('../../../server/line/clash-links')),
  ...(await import('../../../server/line/swap')),
  ...(await import('../../../server/lesson/take-number-try')),
  ...(await import('../../../server/telling/deliver')),
  ...(await import('../../../server/telling/send-due')),
  ...(await import('../../../server/people/revoke-of')),
  ...(await import('../../../server/people/save-member')),
  ...(await import('../../../server/privacy/old-entries')),
  ...(await import('../../../server/privacy/erase/acts')),
  ...(await import('../../../server/privacy/erase/pass')),
  ...(await import('../../../server/privacy/erase/sums')),
  ...(await import('../../../server/privacy/erase/tallies')),
  ...(await import('../../../server/privacy/retire/classes')),
  ...(await import('../../../server/privacy/retire/retire')),
  ...(await import('../../../server/privacy/retire/rolls')),
  ...(await import('../../../server/report/look')),
  ...(await import('../../../server/report/make-sums')),
  ...(await import('../../../server/telling/class-follows')),
  ...(await import('../../../server/telling/consent')),
  ...(await import('../../../server/telling/read-notices')),
  ...(await import('../../../server/telling/tell-newcomers')),
  ...(await import('../../../server/base/open-api')),
});
export let db: Awaited<ReturnType<typeof load>>;

/** Every write that has a condition asks with what `without` leaves of it. */
function loosen({ db, databaseBelow }: Pick<typeof database, 'db'> & Pick<typeof cloud, 'databaseBelow'>): void {
  const collection = db.collection.bind(db);
  db.collection = name => {
    const asked = collection(name);
    const where = asked.where.bind(asked);
    const writing = (guard: Guard) => ({
      update: async (what: { data: object }) => where(await without(guard)).update(what),
      remove: async () => where(await without(guard)).remove(),
    });
    asked.where = guard => Object.assign(where(guard), writing(guard as Guard));
    return asked;
  };
  const below = databaseBelow.collection.bind(databaseBelow);
  databaseBelow.collection = name => {
    const asked = below(name);
    const where = asked.where.bind(asked);
    const writing = (guard: Guard) => ({
      updateAndReturn: async (data: object) => where(await without(guard)).updateAndReturn(data),
    });
    asked.where = guard => Object.assign(where(guard), writing(guard as Guard));
    return asked;
  };
}

/** The functions' own database code, in the test's process, over an emulator of its own. */
export function overDatabase(): void {
  beforeAll(async () => {
    emulated = await startEmulated({ instances: { min: 0, max: 1 } });
    Object.assign(process.env, {
      TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${emulated.url}/admin` }),
      TCB_ENV: 'local',
      SCF_NAMESPACE: 'local',
      TENCENTCLOUD: 'true',
      TENCENTCLOUD_REGION: 'ap-shanghai',
      TENCENTCLOUD_SECRETID: 'local',
      TENCENTCLOUD_SECRETKEY: 'local',
      TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SOURCE',
      WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID,WX_UNIONID',
      SILENCE: 'true',
    });
    db = await load();
    loosen(db);
  });
  afterAll(() => emulated.stop());
  beforeEach(() => loosened(guard => guard));
}

export const put = (name: string, document: object) => emulated.database.import(name, [document]);
export const found = <D extends object>(name: string, id: string) =>
  emulated.database.read<D & { _id: string }>(name).find(one => one._id === id)!;
