import { readAnswer, KIND } from './answer';
import { Connection } from './connection';
import { Histogram } from './histogram';
import { openidOf, type LoadJob, type LoadResult } from './job';

/** How often one person tries before "busy" is taken as final, and the pauses between tries (full jitter, ms). */
const TRIES = 8;
const pauseMs = (tries: number) => Math.random() * 100 * 2 ** Math.min(tries, 5);

/** Runs one crowd against one server. Tests inject the time; otherwise it is `performance.now`. */
export class Rush {
  private readonly latency = new Histogram();
  private readonly lateness = new Histogram();
  private readonly kind: Uint8Array;
  private readonly number: Int32Array;
  private readonly sentAt: Float64Array;
  private readonly answeredAt: Float64Array;
  private readonly intendedAt: Float64Array;
  private readonly tries: Uint8Array;
  private readonly heads: string[];
  private readonly idle: Connection[] = [];
  /** The people who are due and not sent. Fresh arrivals are a range; those who come again are a list. */
  private next = 0;
  private arrived = 0;
  private readonly again: number[] = [];
  private answered = 0;
  private requests = 0;
  private startedAt = 0;
  private strange: string | undefined;
  private finish: () => void = () => undefined;

  constructor(private readonly job: LoadJob) {
    const people = job.choice.length;
    this.kind = new Uint8Array(people);
    this.number = new Int32Array(people);
    this.sentAt = new Float64Array(people).fill(-1);
    this.answeredAt = new Float64Array(people);
    this.intendedAt = new Float64Array(people);
    this.tries = new Uint8Array(people);
    this.heads = job.bodies.map(
      body =>
        `\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: keep-alive\r\n\r\n${body}`,
    );
  }

  async run(): Promise<LoadResult> {
    const { job } = this;
    const people = job.choice.length;
    const connections = Array.from({ length: Math.min(job.connections, people) }, () => new Connection(job.port));
    for (let i = 0; i < connections.length; i += 64)
      await Promise.all(connections.slice(i, i + 64).map(connection => connection.open()));
    this.idle.push(...connections);

    const cpu = process.cpuUsage();
    this.startedAt = performance.now();
    const over = new Promise<void>(resolve => (this.finish = resolve));
    if (job.perSecond === undefined) this.arrived = people;
    const clock = job.perSecond === undefined ? undefined : setInterval(() => this.arrive(job.perSecond!), 1);
    this.pump();
    await over;
    clearInterval(clock);
    const wallMs = this.now();
    const { user, system } = process.cpuUsage(cpu);
    for (const connection of connections) connection.close();

    const { kind, number, sentAt, answeredAt, requests, strange } = this;
    return {
      wallMs,
      latency: this.latency.counts,
      lateness: this.lateness.counts,
      kind,
      number,
      sentAt,
      answeredAt,
      requests,
      cpuMicros: user + system,
      ...(strange === undefined ? {} : { strange }),
    };
  }

  private now(): number {
    return performance.now() - this.startedAt;
  }

  /** Open loop: everybody whose instant has come is due, whether or not anybody was answered. */
  private arrive(perSecond: number): void {
    const due = Math.min(this.job.choice.length, Math.floor((this.now() * perSecond) / 1000) + 1);
    while (this.arrived < due) {
      this.intendedAt[this.arrived] = (this.arrived * 1000) / perSecond;
      this.arrived += 1;
    }
    this.pump();
  }

  private pump(): void {
    while (this.idle.length > 0) {
      const person = this.again.pop() ?? (this.next < this.arrived ? this.next++ : undefined);
      if (person === undefined) return;
      this.dispatch(this.idle.pop()!, person, true);
    }
  }

  /** @param free true if the connection had been waiting for this person, not the person for a connection */
  private dispatch(connection: Connection, person: number, free: boolean): void {
    const { job } = this;
    const now = this.now();
    if (this.sentAt[person] === -1) {
      this.sentAt[person] = now;
      if (job.perSecond === undefined) this.intendedAt[person] = now;
      else if (free) this.lateness.record((now - this.intendedAt[person]!) * 1000);
    }
    this.requests += 1;
    const request = `POST ${job.path} HTTP/1.1\r\nHost: 127.0.0.1\r\nX-WX-Openid: ${openidOf(job.crowd, person)}${this.heads[job.choice[person]!]!}`;
    connection.send(request, (status, body) => {
      this.hear(person, status, body);
      const after = this.again.pop() ?? (this.next < this.arrived ? this.next++ : undefined);
      if (after === undefined) this.idle.push(connection);
      else this.dispatch(connection, after, false);
    });
  }

  private hear(person: number, status: number, body: Buffer): void {
    const { kind, number } = readAnswer(status, body);
    if (kind === KIND.OTHER) this.strange ??= `${status} ${body.toString().slice(0, 300)}`;
    if (kind === KIND.BUSY && ++this.tries[person]! < TRIES) {
      setTimeout(() => {
        this.again.push(person);
        this.pump();
      }, pauseMs(this.tries[person]!));
      return;
    }
    const now = this.now();
    this.kind[person] = kind;
    this.number[person] = number;
    this.answeredAt[person] = now;
    this.latency.record((now - this.intendedAt[person]!) * 1000);
    this.answered += 1;
    if (this.answered === this.job.choice.length) this.finish();
  }
}
