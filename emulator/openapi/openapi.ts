import { APIS } from './apis';
import type { ApiContext, Reply } from './apis';
import type { Inbox } from './inbox';
import { readMultipart } from './multipart';
import { readParameters, writeReply } from './protobuf';

/** WeChat's own code for an API that it does not know. */
const API_NOT_FOUND = -604100;

/** Answers the open APIs that functions call (`cloud.openapi.…`) and records what was sent. */
export class OpenApi {
  private readonly usedCodes = new Set<string>();

  constructor(
    private readonly inbox: Inbox,
    private readonly world: Pick<ApiContext, 'appId' | 'codeLink' | 'pages'> & { now: () => number },
  ) {}

  /** Runs one API with its parameters. Undefined if it was set to be silent. */
  run(api: string, data: Record<string, unknown>): Reply | undefined {
    const reply = this.replyTo(api, data);
    this.inbox.add({
      at: this.world.now(),
      api,
      data,
      errCode: !reply ? null : 'json' in reply ? reply.json.errcode : 0,
      ...(reply?.note !== undefined && { note: reply.note }),
    });
    return reply;
  }

  private replyTo(api: string, data: Record<string, unknown>): Reply | undefined {
    const fault = this.inbox.faultFor(api);
    if (fault === 'silence') return undefined;
    if (fault !== undefined)
      return { json: { errcode: fault, errmsg: 'the answer that this emulator was told to give' } };
    const known = Object.hasOwn(APIS, api) ? APIS[api] : undefined;
    if (known)
      return known(data, {
        ...this.world,
        now: this.world.now(),
        errCodeFor: openid => this.inbox.errCodeFor(openid),
        useOnce: code => !this.usedCodes.has(code) && Boolean(this.usedCodes.add(code)),
      });
    return { json: { errcode: API_NOT_FOUND, errmsg: `API not found: this emulator does not answer openapi.${api}` } };
  }

  /**
   * Answers a `wx.openApi` request, which is multipart with protobuf, with the protobuf of its reply. `silence` if it
   * was set to be silent. Undefined if it is not such a request.
   */
  answer(body: Buffer, contentType: string | undefined): { action: string; reply: Buffer | 'silence' } | undefined {
    const parts = readMultipart(body, contentType);
    const action = parts?.get('action')?.toString();
    if (!parts || action === undefined) return undefined;
    if (action !== 'wx.openApi') return { action, reply: Buffer.alloc(0) };
    let data: Record<string, unknown>;
    try {
      data = readParameters(parts.get('requestData') ?? Buffer.alloc(0));
    } catch {
      return undefined;
    }
    const reply = this.run(parts.get('apiName')?.toString() ?? '', data);
    if (!reply) return { action, reply: 'silence' };
    return {
      action,
      reply:
        'png' in reply
          ? writeReply(reply.png, 'image/png')
          : writeReply(Buffer.from(JSON.stringify(reply.json)), 'application/json; charset=utf-8'),
    };
  }
}
