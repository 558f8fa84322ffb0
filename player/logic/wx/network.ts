import type { Device, Settings } from '../../protocol';
import { Abort, cancel, http, later, note, now, utf8 } from '../port';
import { asynchronous, Fail, type Bag } from './call';

const USUAL_TIMEOUT_MS = 60_000;
/** A call of a function may carry so much: https://docs.cloudbase.net/cloud-function/limit */
const MOST_OF_AN_EVENT = 100 * 1024;

/** Asks over HTTP, and notes how long it took. @throws Fail without an answer. */
async function ask(
  url: string,
  init: RequestInit,
  timeoutMs: number,
  device: () => Device,
): Promise<{ status: number; text: string; headers: Record<string, string> }> {
  if (device().network === 'none') throw new Fail('net::ERR_INTERNET_DISCONNECTED', 5);
  const stop = new Abort();
  const clock = later(() => stop.abort(), timeoutMs);
  const began = now();
  const noted = (status: number, bytes: number) => note({ kind: 'request', url, ms: now() - began, status, bytes });
  try {
    const reply = await http(url, { ...init, signal: stop.signal });
    const text = await reply.text();
    noted(reply.status, utf8(text).length);
    return { status: reply.status, text, headers: Object.fromEntries(reply.headers) };
  } catch (error) {
    noted(0, 0);
    throw stop.signal.aborted ? new Fail('timeout', 5) : new Fail((error as Error).message, 600001);
  } finally {
    cancel(clock);
  }
}

/** `wx.request`. */
export const request = (device: () => Device) =>
  asynchronous('request', async options => {
    const {
      url,
      data,
      method = 'GET',
      header = {},
      timeout = USUAL_TIMEOUT_MS,
      dataType = 'json',
    } = options as Bag & {
      url: string;
      method?: string;
      header?: Record<string, string>;
      timeout?: number;
    };
    if (!/^https?:\/\//.test(url)) throw new Fail(`invalid url "${url}"`);
    const withBody = method !== 'GET' && data !== undefined;
    const search =
      method === 'GET' && typeof data === 'object' && data !== null
        ? `${url.includes('?') ? '&' : '?'}${Object.entries(data)
            .map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`)
            .join('&')}`
        : '';
    const reply = await ask(
      url + search,
      {
        method,
        headers: { ...(withBody ? { 'content-type': 'application/json' } : {}), ...header },
        ...(withBody ? { body: typeof data === 'string' ? data : JSON.stringify(data) } : {}),
      },
      timeout,
      device,
    );
    return {
      data: dataType === 'json' ? jsonOr(reply.text) : reply.text,
      statusCode: reply.status,
      header: reply.headers,
      cookies: [],
    };
  });

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** What a local gateway's status means in the words of WeChat: https://developers.weixin.qq.com/miniprogram/dev/wxcloud/reference/errcode.html */
const CLOUD_ERRORS: Record<string, [number, string]> = {
  FUNCTION_NOT_FOUND: [-501000, 'FunctionName parameter could not be found'],
  FUNCTION_BROKEN: [-504002, 'functions execute fail: Cannot find module'],
  ENV_ISOLATED: [-501005, 'Environment invalid: env status is isolated'],
  EVENT_TOO_LARGE: [-501001, 'data exceed max size'],
  '429': [-501004, 'exceed concurrent request limit'],
  '503': [-501004, 'exceed concurrent request limit'],
  '504': [-504003, 'Invoking task timed out after 3 seconds'],
};

/** `wx.cloud`: functions are called at the gateway, as the person whose phone this is. */
export function cloud(settings: Settings, device: () => Device, isIdentityless: () => boolean): Bag {
  const callFunction = asynchronous('cloud.callFunction', async ({ name, data = {} }) => {
    const body = JSON.stringify(data);
    if (utf8(body).length > MOST_OF_AN_EVENT) throw cloudFail(-501001, 'data exceed max size');
    const who: Record<string, string> = isIdentityless() ? { 'x-wx-identityless': 'true' } : settings.cloud.headers;
    const reply = await ask(
      `${settings.cloud.url}/${String(name)}`,
      { method: 'POST', headers: { 'content-type': 'application/json', ...who }, body },
      USUAL_TIMEOUT_MS,
      device,
    );
    if (reply.status === 200) return { result: jsonOr(reply.text), requestID: String(now()) };
    const code = String((jsonOr(reply.text) as { code?: unknown } | null)?.code ?? '');
    throw cloudFail(
      ...(CLOUD_ERRORS[code] ?? CLOUD_ERRORS[reply.status] ?? [-504002, `functions execute fail: ${code}`]),
    );
  });
  let isBegun = false;
  return {
    init: () => void (isBegun = true),
    callFunction: (options: Bag) => {
      if (!isBegun) throw new Error("Cloud API isn't enabled, please call wx.cloud.init first");
      return callFunction(options);
    },
  };
}

const cloudFail = (code: number, words: string): Fail => new Fail(`Error: errCode: ${code} | errMsg: ${words}`, code);
