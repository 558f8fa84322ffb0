import { cloud } from './cloud';

/**
 * The open APIs that we call. wx-server-sdk passes on every API by its name, but its types know only a few old ones.
 */
interface OpenApi {
  phonenumber: {
    getPhoneNumber(data: { code: string }): Promise<{
      phoneInfo?: { purePhoneNumber?: string; countryCode?: string | number };
    }>;
  };
  riskControl: { getUserRiskRank(data: object): Promise<{ riskRank?: number }> };
  security: {
    msgSecCheck(data: object): Promise<{ result?: { suggest?: string } }>;
    imgSecCheck(data: { media: { contentType: string; value: Buffer } }): Promise<object>;
  };
  subscribeMessage: { send(data: object): Promise<{ errCode?: number }> };
  wxacode: { getUnlimited(data: object): Promise<{ contentType?: string; buffer?: Buffer }> };
}
export const openapi = cloud.openapi as unknown as OpenApi;

/** The outcome of asking: an answer, WeChat's error code, or silence if nothing came in time. */
export type Heard<T> = { kind: 'answer'; answer: T } | { kind: 'error'; errCode: number } | { kind: 'silence' };
const SILENCE = { kind: 'silence' } as const;

/**
 * Waits for an open API for `patienceMs` at most. Never throws, because what the person wants does not depend on any
 * open API that we call.
 */
export async function heard<T>(asking: Promise<T>, patienceMs: number): Promise<Heard<T>> {
  let clock: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Heard<T>>(resolve => (clock = setTimeout(() => resolve(SILENCE), patienceMs)));
  const answered = asking.then(
    (answer): Heard<T> => {
      const { errCode = 0 } = (answer ?? {}) as { errCode?: number };
      return errCode === 0 ? { kind: 'answer', answer } : { kind: 'error', errCode };
    },
    (error: unknown): Heard<T> => {
      const { errCode } = error as { errCode?: unknown };
      return typeof errCode === 'number' && errCode > 0 ? { kind: 'error', errCode } : SILENCE;
    },
  );
  const first = await Promise.race([answered, late]);
  clearTimeout(clock);
  return first;
}
