/** The product on one machine: the emulator with our functions, the H5 app, sample data, and a few routes to play with. */
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PUSH_KINDS, type Batch } from '../../domain/model';
import { refuseTakenPort, startEmulator, type Emulator } from '../../emulator/emulator';
import { servePlayer, type Served } from '../../player/serve';
import { buildSample } from '../../sample/sample';
import { crowdControl } from './crowd-route';
import { INSTANCES } from './instances';
import { lanAddress } from './lan-address';
import { openBrowser } from './open-browser';
import { refuseIfRunning, takeFolder } from './one-at-a-time';
import { HELP, readOptions, type StartOptions } from './options';
import { reopen, SOONEST_S } from './reopen';

const ROOT = join(__dirname, '../..');
const OPENS_IN_MS = 75_000;

async function loadSample(emulator: Emulator): Promise<boolean> {
  if (emulator.database.read('batches').length > 0) return false;
  const { collections } = buildSample(Date.now(), OPENS_IN_MS);
  for (const [collection, documents] of Object.entries(collections)) {
    if (collection !== 'batches') await emulator.database.import(collection, documents);
  }
  // Stored last, because their presence says that the sample is complete.
  await emulator.database.import('batches', collections.batches);
  return true;
}

async function main(options: StartOptions) {
  const data = resolve(ROOT, options.data);
  const lan = options.lan ? lanAddress() : undefined;
  // Everything that could prevent the start is checked before anything is made or thrown away.
  await refuseIfRunning(data);
  await refuseTakenPort(options.port, lan);
  const weappPort = options.port && options.port + 1;
  if (options.weapp) await refuseTakenPort(weappPort);
  const folder = takeFolder(data);
  if (options.fresh) rmSync(data, { recursive: true, force: true });

  let emulator: Emulator | undefined = undefined;
  const crowd = crowdControl(() => emulator!);
  const batchOf = (batchId: unknown) => emulator!.database.read<Batch>('batches').find(batch => batch._id === batchId);

  emulator = await startEmulator({
    functions: join(ROOT, 'dist/functions'),
    h5: join(ROOT, 'dist/h5'),
    data,
    port: options.port,
    ...(lan && { lan }),
    // Two are warm when the first person looks. More would only compete for a laptop's cores.
    instances: INSTANCES,
    // A mini-program code that is made here opens the same page of the app in a browser.
    codeLink: '{url}/#/{page}?scene={scene}',
    // Set so that the app asks for messages here as it does in WeChat, and the emulator shows what was sent.
    env: { SUBSCRIBE_TEMPLATES: JSON.stringify(Object.fromEntries(PUSH_KINDS.map(kind => [kind, `local-${kind}`]))) },
    routes: [
      { method: 'GET', path: '/local/people', handle: async () => buildSample(Date.now(), OPENS_IN_MS).people },
      { method: 'GET', path: '/local/crowd', handle: async () => crowd.progress() },
      {
        method: 'POST',
        path: '/local/crowd',
        handle: async ({ body }) => {
          const { batchId, people } = (body ?? {}) as { batchId?: unknown; people?: unknown };
          return crowd.start(batchOf(batchId), people);
        },
      },
      {
        method: 'POST',
        path: '/local/reopen',
        handle: async ({ body }) => {
          const { batchId, inSeconds = 60 } = (body ?? {}) as { batchId?: unknown; inSeconds?: unknown };
          const batch = batchOf(batchId);
          if (!batch) return { error: '没有找到这一期' };
          if (typeof inSeconds !== 'number' || !(inSeconds >= SOONEST_S && inSeconds <= 3600))
            return { error: `秒数要在 ${SOONEST_S} 到 3600 之间` };
          const opensAt = Date.now() + inSeconds * 1000;
          await reopen(emulator!.database, batch, opensAt);
          return { opensAt };
        },
      },
    ],
  });

  let played: Served | undefined;
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      crowd.stop();
      void played?.stop();
      void emulator!.stop().then(() => process.exit(0));
    });
  }

  folder.runsAt(emulator.url);
  const isNew = await loadSample(emulator);
  if (options.weapp)
    played = await servePlayer(join(ROOT, 'dist/player'), join(ROOT, 'dist/weapp'), weappPort, deskOf(emulator.url));
  const phone = played && `${played.url}/desk`;
  console.log(welcome(emulator, lan, isNew, phone));
  if (options.open) openBrowser(phone ?? emulator.url);
}

/** The phone frame plays the mini-program against our functions, with the sample's people, beside the browser's app. */
const deskOf = (url: string) => ({ cloud: `${url}/call`, people: `${url}/local/people`, beside: url });

function welcome({ url, port }: Emulator, lan: string | undefined, isNew: boolean, phone: string | undefined): string {
  const phones = lan
    ? [
        `手机也能打开  http://${lan}:${port}（谁打开都能扮成任何人，只在自己的网络里用）`,
        'Phones of your network may open it too, as anybody they like.',
        '',
      ]
    : [];
  const state = isNew
    ? ['样例数据已装好，第一期约一分钟后开放。', 'Sample data is loaded; the first batch opens in about a minute.']
    : [
        '接着上次的数据继续；想从头来：npm start -- --fresh',
        'Goes on with the data of last time; --fresh begins anew.',
      ];
  const played = phone ? [`小程序  ${phone}`, ''] : [];
  return ['', `惠工课堂  ${url}`, '', ...played, ...phones, ...state, '停止 / stop: Ctrl + C', '']
    .map(line => (line ? `  ${line}` : line))
    .join('\n');
}

/** If a person can do something about an error, it is told in a sentence. Any other error keeps its stack. */
function explain(error: unknown, port = 8787): string {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as NodeJS.ErrnoException;
  const other = port < 65_535 ? port + 1 : port - 1;
  if (code === 'EADDRINUSE')
    return `端口 ${port} 已被占用：也许已经有一个惠工课堂在运行。换一个端口：npm start -- --port ${other}\nPort ${port} is in use: choose another with npm start -- --port ${other}`;
  if (code?.startsWith('ERR_PARSE_ARGS')) return `${error.message}\n\n${HELP}`;
  return (error as { forPerson?: boolean }).forPerson ? error.message : (error.stack ?? error.message);
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options.help) console.log(HELP);
  else
    main(options).catch(error => {
      console.error(explain(error, options.port));
      process.exit(1);
    });
} catch (error) {
  console.error(explain(error));
  process.exit(2);
}
