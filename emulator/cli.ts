import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { EmulatorProblem, readable, startEmulator } from './emulator';
import type { Emulator } from './emulator';

/** How long calls on their way may take to end. */
const GRACE_MS = 3_000;
/** A second signal at least this long after the first stops at once. */
const AT_ONCE_AFTER_MS = 1_000;

const HELP = `Starts CloudBase on this machine and hosts a folder of cloud functions, unchanged.

npm run emulator -- --functions <dir> [options]

  --functions <dir>   folder of functions: each sub-folder with an index.js (or package.json "main") is one;
                      config.json of a function: timeout (s), triggers; database.json beside them: collections, indexes
  --data <dir>        folder of the embedded database (default .data/emulator)
  --port <n>          port on 127.0.0.1 (default 8786; 0 takes any free one)
  --h5 <dir>          folder of a browser app, served at /
  --env <id>          id of the environment (default local)
  --appid <id>        what the functions see as APPID
  --code-link <url>   what a drawn mini-program code says: {url}, {page} and {scene} are put in
  --set <NAME=value>  a variable for the functions' process.env; may be repeated
  --min <n>           instances of each function that are kept warm (default 1)
  --max <n>           instances of each function at most (default 4)
  --clock <offset>    shifts the clock, in ms
  --quiet             no line for each call
  --help              this text

A call:     curl -X POST http://127.0.0.1:8786/call/<function> -H 'x-wx-openid: oPerson1' -d '{"key":"value"}'
Look and set while it runs: /_emulator/health logs operations inbox clock faults timers/<function>
                            import/<collection> export/<collection>
`;

/** Options of the command line. @throws EmulatorProblem in one sentence if an option can't be understood. */
function readOptions(argv: string[]) {
  const text = { type: 'string' } as const;
  let values;
  try {
    ({ values } = parseArgs({
      args: argv,
      options: {
        functions: text,
        data: { ...text, default: '.data/emulator' },
        port: { ...text, default: '8786' },
        h5: text,
        env: text,
        appid: text,
        'code-link': text,
        set: { ...text, multiple: true },
        min: { ...text, default: '1' },
        max: { ...text, default: '4' },
        clock: { ...text, default: '0' },
        quiet: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    throw new EmulatorProblem(`${(error as Error).message.split('. ')[0]}. What there is: --help.`);
  }
  return values;
}

function whole(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isInteger(value) || value < least || value > most)
    throw new EmulatorProblem(`--${name} must be a whole number from ${least} to ${most}, not "${text}".`);
  return value;
}

function variables(pairs: string[] = []): Record<string, string> {
  return Object.fromEntries(
    pairs.map(pair => {
      const mark = pair.indexOf('=');
      if (mark < 1) throw new EmulatorProblem(`--set takes NAME=value, not "${pair}".`);
      return [pair.slice(0, mark), pair.slice(mark + 1)];
    }),
  );
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.help) return void process.stdout.write(HELP);
  if (options.functions === undefined)
    throw new EmulatorProblem('Say which functions to host: --functions <dir>. More: --help.');

  const colour = process.stderr.isTTY === true;
  const zone = -new Date().getTimezoneOffset();
  // The cloud's functions run in UTC, and threads take the time zone of their process.
  process.env['TZ'] = 'UTC';
  const emulator = await startEmulator({
    functions: resolve(options.functions),
    data: resolve(options.data),
    port: whole('port', options.port, 0, 65535),
    clock: { offsetMs: whole('clock', options.clock, -1e13, 1e13) },
    env: variables(options.set),
    instances: { min: whole('min', options.min, 0, 1000), max: whole('max', options.max, 1, 1000) },
    log: line => {
      if (!options.quiet || line.kind !== 'call') process.stderr.write(`${readable(line, { zone, colour })}\n`);
    },
    ...(options.h5 !== undefined && { h5: resolve(options.h5) }),
    ...(options.env !== undefined && { envId: options.env }),
    ...(options.appid !== undefined && { appId: options.appid }),
    ...(options['code-link'] !== undefined && { codeLink: options['code-link'] }),
  });
  stopOnSignal(emulator);
  process.stdout.write(`CloudBase emulator at ${emulator.url}, functions: ${emulator.functions.join(', ')}\n`);
}

function stopOnSignal(emulator: Emulator): void {
  let since: number | undefined;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      // One Ctrl+C reaches us from the terminal and again from the process that started us. That is one request, not
      // two.
      if (since !== undefined && performance.now() - since > AT_ONCE_AFTER_MS) process.exit(1);
      if (since !== undefined) return;
      since = performance.now();
      emulator.stop(GRACE_MS).then(
        () => process.exit(0),
        error => {
          console.error(error);
          process.exit(1);
        },
      );
    });
}

main().catch((error: unknown) => {
  const known = error instanceof EmulatorProblem || (error as { forPerson?: boolean }).forPerson === true;
  process.stderr.write(`${known ? (error as Error).message : ((error as Error)?.stack ?? String(error))}\n`);
  process.exit(1);
});
