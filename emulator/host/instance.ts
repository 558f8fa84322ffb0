import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { withCompiled } from './compiled';
import { captureConsole } from './own-console';
import { lendOwnSdk, lendOwnSdkToModules } from './own-sdk';
import { ANSWER, BROKEN, CONSOLE, FAILED, FIELDS, HANDED_BACK, READY, RECALL } from './protocol';
import type { Delivery, FailureCode, InstanceData, InstanceMessage } from './protocol';
import { shiftClock } from './shifted-clock';

/**
 * One instance of a function, in a worker thread with its own `process.env`. It serves one event at a time, as in
 * production, because wx-server-sdk reads the caller from `process.env` whenever it is asked.
 */
const data = workerData as InstanceData;
const port = parentPort!;
/** Messages stay in the order in which things happened, so waiting answers are sent first. */
const send = (message: InstanceMessage) => {
  sendAnswers();
  port.postMessage(message);
};

/** The platform's limit for the result of a synchronous call, in characters (bytes are at least as many). */
const RESULT_LIMIT = 6 * 1024 * 1024;

/** The fields of an event that we write. */
interface Event {
  userInfo?: { appId: string; openId: string };
}
type Main = (event: unknown, context: unknown) => unknown;

let requestId = '';
captureConsole((level, text) => send([CONSOLE, level, text, requestId]));
shiftClock(new Float64Array(data.clock));
lendOwnSdk();
/** Beside this file, so in a folder that nobody else writes to. */
const keepCompiled = withCompiled(join(__dirname, 'compiled'), data.name, data.entry);
const begun = new Int32Array(data.begun);

/**
 * The errors of `require` at an ES module: it is not accepted at all, has an `await` at its top, or imports our SDK.
 */
const OF_MODULES = new Set(['ERR_REQUIRE_ESM', 'ERR_REQUIRE_ASYNC_MODULE', 'ERR_MODULE_NOT_FOUND']);

async function load(): Promise<Main> {
  let exported: { main?: unknown; default?: { main?: unknown } };
  try {
    exported = createRequire(data.entry)(data.entry) as typeof exported;
  } catch (error) {
    if (!OF_MODULES.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    lendOwnSdkToModules();
    exported = (await import(pathToFileURL(data.entry).href)) as typeof exported;
  }
  const main = exported?.main ?? exported?.default?.main;
  if (typeof main !== 'function')
    throw new Error('it exports no function "main" (exports.main = async (event, context) => …)');
  return main as Main;
}

/**
 * The variables as plain values. A thread's own `process.env` copies and locks at every read, and wx-server-sdk reads
 * it ten times for each event. Only this thread's JavaScript reads it.
 */
const env: NodeJS.ProcessEnv = (process.env = { ...process.env });
const { SCF_NAMESPACE: namespace, TENCENTCLOUD_REGION: tencentcloud_region, EMULATOR_INSTANCE: instance } = env;

/** Sets the environment variables by which the platform tells a function its caller, new ones for each event. */
function setCaller(openid: string, source: string): void {
  // Only an openid changes; a timer has none. The token identifies the caller when this function calls another one.
  if (openid === '') {
    delete env['WX_OPENID'];
  } else {
    env['WX_OPENID'] = openid;
  }
  env['WX_API_TOKEN'] = `${instance}.${openid}`;
  if (env['TCB_SOURCE'] !== source) {
    env['TCB_SOURCE'] = source;
    env['TRIGGER_SRC'] = source === 'wx_trigger' ? 'timer' : '';
  }
}

/** The unchanging part of what `tcb.init({ context })` reads, written once. */
const lasting = JSON.stringify(
  Object.fromEntries(
    Object.entries(env).filter(
      ([key]) => /^(WX|TCB|SCF|TENCENTCLOUD)_/.test(key) && !['WX_OPENID', 'WX_API_TOKEN', 'TCB_SOURCE'].includes(key),
    ),
  ),
).slice(0, -1);
/** An openid, a token and a source have no characters that JSON would escape. */
const environmentFor = (openid: string, source: string) =>
  `${lasting}${openid === '' ? '' : `,"WX_OPENID":"${openid}"`},"WX_API_TOKEN":"${instance}.${openid}","TCB_SOURCE":"${source}"}`;

function contextOf(id: string, openid: string, source: string) {
  return {
    callbackWaitsForEmptyEventLoop: false,
    memory_limit_in_mb: data.memoryMb,
    time_limit_in_ms: data.timeoutMs,
    request_id: id,
    function_name: data.name,
    function_version: '$LATEST',
    namespace,
    tencentcloud_region,
    environment: environmentFor(openid, source),
    environ: '',
  };
}

function fail(code: FailureCode, message: string): void {
  sendAnswers();
  send([FAILED, worked(), code, message]);
}

const textOf = (thrown: unknown): string => {
  if (thrown instanceof Error) return thrown.message || thrown.name;
  const { errMsg, message } = (thrown ?? {}) as { errMsg?: unknown; message?: unknown };
  return String(errMsg ?? message ?? thrown);
};

function eventOf(body: string, openid: string): object | undefined {
  let event: unknown;
  try {
    event = body === '' ? {} : JSON.parse(body);
  } catch {
    fail('BAD_JSON', 'The body is not valid JSON.');
    return undefined;
  }
  if (typeof event !== 'object' || event === null || Array.isArray(event)) {
    fail('BAD_EVENT', 'The event must be a JSON object.');
    return undefined;
  }
  // The cloud adds the caller to every event.
  if (openid !== '') (event as Event).userInfo = { appId: data.appId, openId: openid };
  return event;
}

async function serve(main: Main, body: string, openid: string, id: string, source: string): Promise<void> {
  Atomics.add(begun, 0, 1);
  const event = eventOf(body, openid);
  if (event === undefined) return;
  requestId = id;
  setCaller(openid, source);
  let json: string;
  try {
    json = JSON.stringify(await main(event, contextOf(id, openid, source))) ?? 'null';
  } catch (thrown) {
    console.error(thrown);
    fail('FUNCTION_FAILED', textOf(thrown));
    return;
  }
  if (json.length > RESULT_LIMIT) fail('RESULT_TOO_LARGE', 'The function returned more than 6 MB.');
  else answer(json);
}

/**
 * Answers wait until the thread has nothing more to run. So events that need only memory are answered together, because
 * waking the host costs more than each of them does.
 */
let answers: string[] = [];
function answer(json: string): void {
  if (answers.push(json) === 1) process.nextTick(sendAnswers);
}

function sendAnswers(): void {
  if (answers.length === 0) return;
  const message: InstanceMessage = [ANSWER, worked(), ...answers];
  answers = [];
  port.postMessage(message);
}

/**
 * How long the events took that are being answered now. The host cannot measure it, because it is busy with others
 * meanwhile.
 */
let workingSince = 0;
function worked(): number {
  const now = performance.now();
  const ms = now - workingSince;
  workingSince = now;
  return ms;
}

/** Keeps one line, because a missing module's message lists its whole require stack. */
function whyNotLoaded(error: unknown): string {
  const line = textOf(error).split('\n')[0]!;
  const isMissing = (error as NodeJS.ErrnoException)?.code === 'MODULE_NOT_FOUND';
  return isMissing ? `${line} (npm install it in the function's folder)` : line;
}

/** Runs events one at a time; those that arrive early wait here. */
async function run(): Promise<void> {
  let main: Main;
  try {
    main = await load();
  } catch (error) {
    send([BROKEN, whyNotLoaded(error)]);
    return;
  }
  const waiting: string[] = [];
  let at = 0;
  let busy = false;
  const next = (): void => {
    busy = at < waiting.length;
    if (!busy) {
      waiting.length = at = 0;
      return;
    }
    const here = at;
    at += FIELDS;
    // A rejection here is a bug of the emulator: let it end the thread, which the host reports.
    void serve(main, waiting[here]!, waiting[here + 1]!, waiting[here + 2]!, waiting[here + 3]!).then(next);
  };
  port.on('message', (delivery: Delivery | typeof RECALL) => {
    if (delivery === RECALL) return send([HANDED_BACK, waiting.splice(at).length / FIELDS]);
    for (const field of delivery) waiting.push(field);
    if (busy) return;
    workingSince = performance.now();
    next();
  });
  send([READY]);
  keepCompiled();
}

void run();
