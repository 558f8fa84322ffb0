import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Database } from '../database/database';
import { collectionMissing, unknownAction } from '../database/refusal';
import type { Faults } from '../faults/faults';
import type { FaultRule } from '../faults/settings';
import type { Host } from '../host/host';
import type { Call } from '../host/instance-thread';
import type { OpenApi } from '../openapi/openapi';
import type { Storage } from '../storage/storage';
import { readBody, refuse, replyJson, replyText } from './reply';

/** Documents have 16 MB at most, but an insert of many may be larger than a call. */
const BODY_LIMIT = 32 * 1024 * 1024;

/** The request of the SDK: an action and its parameters. */
interface WireRequest {
  action: string;
  collectionName?: unknown;
  wxCloudApiToken?: unknown;
  [parameter: string]: unknown;
}

/** Reads `WX_API_TOKEN` as the host made it: the instance, and its caller. */
function readToken(token: unknown): { function?: string; instance?: number; openid: string } {
  const match = /^([\w-]+)\.(\d+)\.([\w-]*)$/.exec(typeof token === 'string' ? token : '');
  return match ? { function: match[1]!, instance: Number(match[2]), openid: match[3]! } : { openid: '' };
}

/** `POST /admin`: the wire protocol of the unmodified wx-server-sdk. Always HTTP 200, errors as {code, message}. */
export class Admin {
  constructor(
    private readonly database: Database,
    private readonly host: Host,
    private readonly openApi: OpenApi,
    private readonly faults: Faults,
    private readonly storage: Storage,
  ) {}

  handle(req: IncomingMessage, res: ServerResponse): void {
    // Only functions may talk to it, never pages.
    if (req.headers.origin !== undefined) return refuse(res, 403, 'FOREIGN_ORIGIN', 'Pages do not talk to /admin.');
    if (req.method !== 'POST') return refuse(res, 405, 'METHOD_NOT_ALLOWED', 'The SDK sends POST.');
    readBody(req, res, BODY_LIMIT, body => {
      const type = req.headers['content-type'];
      if (type?.startsWith('multipart/')) return this.outside(res, () => this.answerMultipart(body, type, res));
      let request: WireRequest;
      try {
        request = JSON.parse(body.toString()) as WireRequest;
      } catch {
        return this.error(res, 'INVALID_PARAM', 'The body is not JSON.');
      }
      if (typeof request?.action !== 'string') return this.error(res, 'INVALID_PARAM', 'The body has no "action".');
      this.answer(request, res, req.headers['x-tcb-source']);
    });
  }

  private answer(request: WireRequest, res: ServerResponse, source: string | string[] | undefined): void {
    const { action } = request;
    if (action.startsWith('database.')) return this.answerDatabase(request, res);
    if (action === 'functions.invokeFunction') return this.invoke(request, res, source);
    if (action === 'wx.api') return this.outside(res, () => this.answerWxApi(request, res));
    if (action.startsWith('storage.')) return this.outside(res, () => this.answerStorage(request, res));
    this.error(res, 'INVALID_PARAM', `not supported by this emulator: ${action}`);
  }

  private answerDatabase(request: WireRequest, res: ServerResponse): void {
    const token = readToken(request.wxCloudApiToken);
    const rule = this.faults.quiet
      ? undefined
      : this.faults.strike({
          on: 'database',
          function: token.function,
          action: request.action.slice('database.'.length),
          collection: typeof request.collectionName === 'string' ? request.collectionName : undefined,
        });
    const kill = () => void (token.function && this.host.killInstance(token.function, token.instance ?? 0));
    this.faults.afterDatabaseLatency(() => {
      if (rule && this.strikeBefore(rule, request, res, kill)) return;
      // Requests of our own instances are answered before the disk is written. Whatever follows from the answers waits
      // for the disk (`host/pool.ts`, `outside`).
      this.database.handle(request.action, request, token.function !== undefined).then(
        answer => {
          if (rule?.kind === 'kill') kill();
          if (rule) return void res.destroy();
          replyJson(res, 200, { ...answer, requestId: this.host.newRequestId() });
        },
        (error: Error) => this.error(res, 'SYS_ERR', error.message),
      );
    });
  }

  private answerStorage(request: WireRequest, res: ServerResponse): void {
    this.storage.handle(request.action, request).then(
      answer => replyJson(res, 200, { ...answer, requestId: this.host.newRequestId() }),
      (error: Error) => this.error(res, 'SYS_ERR', error.message),
    );
  }

  /** True if the fault replaces the work. */
  private strikeBefore(rule: FaultRule, request: WireRequest, res: ServerResponse, kill: () => void): boolean {
    switch (rule.kind) {
      case 'conflict':
        // A transaction that conflicts at its commit is over. The SDK begins another without rolling this one back.
        if (request.action === 'database.commitTransaction')
          void this.database.handle('database.abortTransaction', request);
        this.error(
          res,
          'DATABASE_TRANSACTION_CONFLICT',
          '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. (a fault that was asked for)',
        );
        return true;
      case 'timeout':
        this.error(res, 'SERVER_TIMEOUT', 'The database did not answer in time. (a fault that was asked for)');
        return true;
      case 'unknown': {
        const { code, message } = unknownAction(request.action);
        this.error(res, code, message);
        return true;
      }
      case 'missing': {
        const { code, message } = collectionMissing(String(request.collectionName));
        this.error(res, code, message);
        return true;
      }
      case 'kill':
        if (rule.when === 'after') return false;
        kill();
        res.destroy();
        return true;
      default:
        return false;
    }
  }

  /** `cloud.callFunction` of a function. The caller's identity is passed on, and `scf` is added to the source. */
  private invoke(request: WireRequest, res: ServerResponse, source: string | string[] | undefined): void {
    const name = String(request['function_name'] ?? '');
    const data = request['request_data'];
    const requestId = this.host.newRequestId();
    const trail = String(source ?? '')
      .split(',')
      .filter(word => /^(wx_\w+|scf)$/.test(word));
    const token = readToken(request.wxCloudApiToken);
    const call: Call = {
      body: typeof data === 'string' ? data : JSON.stringify(data ?? {}),
      openid: token.openid,
      requestId,
      source: trail.length === 0 ? 'scf' : trail.join(','),
      done: outcome => {
        if (outcome.ok) return replyJson(res, 200, { data: { response_data: outcome.json }, requestId });
        // The cloud's own code and message for a function that does not exist: the tests of Tencent's SDK, and
        // https://github.com/buhuia/xixili/issues/1
        const missing = outcome.code === 'FUNCTION_NOT_FOUND';
        const code = missing ? 'FUNCTION_NOT_FOUND' : 'FUNCTIONS_EXECUTE_FAIL';
        const words = missing ? 'FunctionName parameter could not be found.' : outcome.code;
        replyJson(res, 200, { code, message: `${words}: ${outcome.message}`, requestId });
      },
    };
    this.host.call(
      name,
      call,
      token.function === undefined ? undefined : { function: token.function, instance: token.instance ?? 0 },
    );
  }

  /** The JSON form of the open APIs, which @cloudbase/node-sdk's `callWxOpenApi` uses. */
  private answerWxApi(request: WireRequest, res: ServerResponse): void {
    let data: unknown;
    try {
      data = JSON.parse(String(request['requestData'] ?? '') || '{}');
    } catch {
      return this.error(res, 'INVALID_PARAM', 'requestData is not JSON.');
    }
    const reply = this.openApi.run(String(request['apiName'] ?? ''), data as Record<string, unknown>);
    if (!reply) return;
    const responseData = JSON.stringify('png' in reply ? { buffer: reply.png.toString('base64') } : reply.json);
    replyJson(res, 200, { data: { responseData }, requestId: this.host.newRequestId() });
  }

  private answerMultipart(body: Buffer, type: string, res: ServerResponse): void {
    const answer = this.openApi.answer(body, type);
    if (!answer) return this.error(res, 'INVALID_PARAM', 'The body is no call of an open API.');
    if (answer.reply === 'silence') return;
    if (answer.reply.length === 0)
      return this.error(res, 'INVALID_PARAM', `not supported by this emulator: ${answer.action}`);
    res.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': answer.reply.length });
    res.end(answer.reply);
  }

  /**
   * For messages and files, which others see: they are sent only when everything that they may depend on is on disk.
   */
  private outside(res: ServerResponse, work: () => void): void {
    const writing = this.database.onDisk();
    if (!writing) return work();
    writing.then(work, (error: Error) => this.error(res, 'SYS_ERR', error.message));
  }

  private error(res: ServerResponse, code: string, message: string): void {
    replyText(res, 200, JSON.stringify({ code, message, requestId: this.host.newRequestId() }));
  }
}
