import { connect, type Socket } from 'node:net';

const HEAD_END = Buffer.from('\r\n\r\n');
const LENGTH = /\r\ncontent-length: *(\d+)/i;

/** `status` 0: the connection broke before the answer was whole. */
export type OnAnswer = (status: number, body: Buffer) => void;

const NOTHING = Buffer.alloc(0);

/**
 * One kept-alive HTTP/1.1 connection with one request at a time. It knows only the HTTP that the contenders use: a
 * head, and a body of stated length. It costs a fraction of `node:http`'s client, so that the generator is not what
 * is measured.
 */
export class Connection {
  private socket: Socket | undefined;
  private pending: Buffer | undefined;
  private onAnswer: OnAnswer | undefined;

  constructor(private readonly port: number) {}

  /** Resolves when connected. Connects again by itself if the server closed the connection. */
  open(): Promise<void> {
    return new Promise((resolve, reject) => {
      const socket = connect({ port: this.port, host: '127.0.0.1', noDelay: true });
      socket.once('connect', () => {
        socket.removeListener('error', reject);
        socket.on('error', () => undefined);
        this.socket = socket;
        resolve();
      });
      socket.once('error', reject);
      socket.on('data', chunk => this.take(chunk));
      socket.on('close', () => {
        if (this.socket === socket) this.socket = undefined;
        this.finish(0, NOTHING);
      });
    });
  }

  /** @param request head and body, ASCII */
  send(request: string, onAnswer: OnAnswer): void {
    this.onAnswer = onAnswer;
    if (this.socket) {
      this.socket.write(request, 'latin1');
      return;
    }
    this.open().then(
      () => this.socket?.write(request, 'latin1'),
      () => this.finish(0, NOTHING),
    );
  }

  close(): void {
    this.onAnswer = undefined;
    this.socket?.destroy();
  }

  private take(chunk: Buffer): void {
    const bytes = this.pending ? Buffer.concat([this.pending, chunk]) : chunk;
    const end = bytes.indexOf(HEAD_END);
    const head = end < 0 ? '' : bytes.toString('latin1', 0, end);
    const length = LENGTH.exec(head);
    if (end >= 0 && !length) throw new Error(`an answer without content-length cannot be measured:\n${head}`);
    const whole = length ? end + HEAD_END.length + Number(length[1]) : Infinity;
    if (bytes.length < whole) {
      this.pending = bytes;
      return;
    }
    this.pending = undefined;
    this.finish(Number(head.slice(9, 12)), bytes.subarray(end + HEAD_END.length, whole));
  }

  private finish(status: number, body: Buffer): void {
    const onAnswer = this.onAnswer;
    this.onAnswer = undefined;
    this.pending = status === 0 ? undefined : this.pending;
    onAnswer?.(status, body);
  }
}
