import { APIS } from './apis';
import type { Reply } from './apis';
import type { Inbox } from './inbox';
import { readMultipart } from './multipart';
import { readParameters, writeReply } from './protobuf';

/** WeChat's own code for an API that it does not know. */
const API_NOT_FOUND = -604100;

/** Answers the open APIs that functions call (`cloud.openapi.…`) and records what was sent. */
export class OpenApi {
  constructor(
    private readonly inbox: Inbox,
    private readonly appId: string,
    private readonly now: () => number,
  ) {}

  /** Runs one API with its parameters. */
  run(api: string, data: Record<string, unknown>): Reply {
    const known = Object.hasOwn(APIS, api) ? APIS[api] : undefined;
    const reply: Reply = known
      ? known(data, { appId: this.appId, now: this.now(), errCodeFor: openid => this.inbox.errCodeFor(openid) })
      : { json: { errcode: API_NOT_FOUND, errmsg: `API not found: this emulator does not answer openapi.${api}` } };
    this.inbox.add({
      at: this.now(),
      api,
      data,
      errCode: 'json' in reply ? reply.json.errcode : 0,
      ...(reply.note !== undefined && { note: reply.note }),
    });
    return reply;
  }

  /** A `wx.openApi` request, multipart with protobuf, to the protobuf of its reply. Undefined for what is none. */
  answer(body: Buffer, contentType: string | undefined): { action: string; reply: Buffer } | undefined {
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
    return {
      action,
      reply:
        'png' in reply
          ? writeReply(reply.png, 'image/png')
          : writeReply(Buffer.from(JSON.stringify(reply.json)), 'application/json; charset=utf-8'),
    };
  }
}
