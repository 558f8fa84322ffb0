import type * as database from '../../../cloudfunctions/db/database';
import { startEmulated, type Emulated } from '../../emulated';

/** What a guarded write asks of the document. */
export type Guard = Record<string, unknown>;

export let emulated: Emulated;
let without: (guard: Guard) => Guard = guard => guard;

/** Changes the conditions of every write until the end of the test: a control shows what they were good for. */
export const loosened = (change: (guard: Guard) => Guard): void => void (without = change);

/** Takes conditions away. */
export const but =
  (...keys: string[]) =>
  (guard: Guard): Guard =>
    Object.fromEntries(Object.entries(guard).filter(([key]) => !keys.includes(key)));

/** After the emulator is there: the SDK reads its address from the environment. */
const load = async () => ({
  ...(await import('../../../cloudfunctions/db/database')),
  ...(await import('../../../cloudfunctions/db/join')),
  ...(await import('../../../cloudfunctions/db/leave')),
  ...(await import('../../../cloudfunctions/db/reserve')),
  ...(await import('../../../cloudfunctions/db/settle')),
  ...(await import('../../../cloudfunctions/db/write-draft')),
  ...(await import('../../../cloudfunctions/db/append-marks')),
  ...(await import('../../../cloudfunctions/db/clash-links')),
  ...(await import('../../../cloudfunctions/db/swap')),
  ...(await import('../../../cloudfunctions/db/take-number-try')),
  ...(await import('../../../cloudfunctions/db/deliver')),
  ...(await import('../../../cloudfunctions/db/ring')),
  ...(await import('../../../cloudfunctions/db/revoke-of')),
  ...(await import('../../../cloudfunctions/db/save-member')),
  ...(await import('../../../cloudfunctions/db/old-entries')),
  ...(await import('../../../cloudfunctions/db/tell-newcomers')),
  ...(await import('../../../cloudfunctions/db/open-api')),
});
export let db: Awaited<ReturnType<typeof load>>;

/** Every write that has a condition asks with what `without` leaves of it. */
function loosen({ db }: Pick<typeof database, 'db'>): void {
  const collection = db.collection.bind(db);
  db.collection = name => {
    const asked = collection(name);
    const where = asked.where.bind(asked);
    const writing = (guard: Guard) => ({ update: (what: { data: object }) => where(without(guard)).update(what) });
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
