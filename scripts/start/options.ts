import { parseArgs } from 'node:util';
import { forPerson } from './told';

export const HELP = `npm start -- [options]

  --fresh         forget everything and load the sample data anew
  --port <n>      port of the page (default 8787; 0 takes any free one)
  --data <dir>    folder of the embedded database (default .data/start)
  --lan           phones in your network may open it too, as anybody they like; codes then lead there
  --weapp         also play the mini-program as it ships, in a phone frame, on the port after that
  --no-open       do not open a browser
  --help          this text`;

export interface StartOptions {
  fresh: boolean;
  port: number;
  data: string;
  lan: boolean;
  weapp: boolean;
  open: boolean;
  help: boolean;
}

/** Reads the command line. Throws an Error with one sentence if it does not understand something. */
export function readOptions(argv: string[]): StartOptions {
  const { values } = parseArgs({
    args: argv,
    options: {
      fresh: { type: 'boolean', default: false },
      port: { type: 'string', default: '8787' },
      data: { type: 'string', default: '.data/start' },
      lan: { type: 'boolean', default: false },
      weapp: { type: 'boolean', default: false },
      'no-open': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const port = /^\d+$/.test(values.port) ? Number(values.port) : NaN;
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw forPerson(
      `--port 要一个 0 到 65535 的数，不是 "${values.port}"\n--port takes a number from 0 to 65535, not "${values.port}"`,
    );
  return {
    fresh: values.fresh,
    port,
    data: values.data,
    lan: values.lan,
    weapp: values.weapp,
    open: !values['no-open'] && !process.env.CI,
    help: values.help,
  };
}
