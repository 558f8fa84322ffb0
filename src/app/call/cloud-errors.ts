import { MINUTE } from '../../../domain/base/clock';
import { GATE_RETRY_MS } from '../../../domain/base/pace';
import type { Reply } from './transport';

/**
 * What the platform says when a function gave no answer, and what it means to us. The first row that matches counts.
 * Codes: https://developers.weixin.qq.com/miniprogram/dev/wxcloud/reference/errcode.html, statuses of functions:
 * https://cloud.tencent.com/document/product/583/42611. A failed function is reported as -504002 or -404011 with the
 * function's own words in the text, so the text decides there.
 */
interface Row {
  codes?: readonly number[];
  text?: RegExp;
  reply: (code: string) => Reply;
}

const timeout = (): Reply => ({ kind: 'timeout' });
const missing = (code: string): Reply => ({ kind: 'missing', code });
const stopped = (code: string): Reply => ({ kind: 'stopped', code });
const busy = (retryAfterMs: number) => (): Reply => ({ kind: 'busy', retryAfterMs });

const ROWS: readonly Row[] = [
  // Too many calls at once. WeChat says to come back after a minute, and until then every call fails at once.
  { codes: [-405015], reply: busy(MINUTE) },
  // The environment is not paid for, or used up: "env status is isolated"
  // (https://docs.cloudbase.net/faq/knowledge/error-msg-isolated). "-501000 Environment not found"
  // (https://github.com/wuhou123/wxxcx/issues/5): it was removed, or belongs to another account.
  {
    text: /isolated|INVALID_ENV|Environment not found|arrears|InsufficientBalance|ServiceSuspended|overdue|欠费/i,
    reply: stopped,
  },
  { codes: [-501005, -501018], reply: stopped },
  // "-501000 FunctionName parameter could not be found" (https://github.com/buhuia/xixili/issues/1), "Function not found: [line]".
  { codes: [-501000], reply: missing },
  { text: /FUNCTION_NOT_FOUND|function not found|could not be found|FunctionName/i, reply: missing },
  // The uploaded code is not complete: "HandlerNotFound", "Cannot find module '…'".
  { text: /HandlerNotFound|Cannot find module|SyntaxError|FunctionStatusError|Updating/, reply: missing },
  // The platform ended the function: 433 at its time-out ("Invoking task timed out after 3 seconds"), 434 at its
  // memory limit. It may have written.
  { codes: [-504003, -501002, -604102], reply: timeout },
  { text: /timed? ?out|\b433\b|\b434\b|MemoryLimit|out of memory|memory limit/i, reply: timeout },
  // The answer was lost on its way back: an empty reply, or polling without an end.
  { codes: [-404001, -404002, -404003, -404004, -404005, -404006, -404008, -404009, -404010, -404012], reply: timeout },
  { codes: [-501003, -501004], reply: busy(GATE_RETRY_MS) },
];

const TURNED_AWAY = /concurren|frequency|limit/i;

/** Turns WeChat's error of a call into what it tells us to do next. */
export function replyToCloudError(error: unknown): Reply {
  const code = Number((error as { errCode?: unknown } | null)?.errCode);
  const text = String((error as { errMsg?: unknown } | null)?.errMsg ?? error);
  const row = ROWS.find(one => one.codes?.includes(code) || one.text?.test(text));
  if (row) return row.reply(String(code));
  if (code <= -500000) return TURNED_AWAY.test(text) ? busy(GATE_RETRY_MS)() : { kind: 'fault' };
  // The function ran and failed. This is no refusal of ours, because our functions catch what they throw.
  return code === -404011 || code === -404007 ? { kind: 'fault' } : { kind: 'offline' };
}
