/** The pictures of README and docs/: the product with its sample data, played scene by scene in a browser without a window. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { play } from './play';
import { SCENES } from './scenes';

const ROOT = join(__dirname, '../..');
const HELP = `npm run pictures -- [options]

  --only <name>   one scene, or several: --only staff-sheet --only worker-home
  --out <dir>     where they are written (default docs/pictures)
  --help          this text

Scenes: ${SCENES.map(one => one.name).join(' ')}`;

async function main(only: string[], out: string): Promise<void> {
  const unknown = only.find(name => !SCENES.some(one => one.name === name));
  if (unknown !== undefined) throw new Error(`No scene is called "${unknown}".\n\n${HELP}`);
  mkdirSync(out, { recursive: true });
  let bytes = 0;
  await play(
    SCENES.filter(one => only.length === 0 || only.includes(one.name)),
    ({ name }, picture) => {
      const file = join(out, `${name}.png`);
      writeFileSync(file, picture);
      bytes += picture.length;
      console.log(`${relative(ROOT, file)}  ${Math.round(picture.length / 1024)} KB`);
    },
  );
  console.log(`${Math.round(bytes / 1024)} KB altogether`);
}

try {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', multiple: true, default: [] },
      out: { type: 'string', default: join(ROOT, 'docs/pictures') },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) console.log(HELP);
  else
    main(values.only, values.out).catch(error => {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    });
} catch (error) {
  console.error(`${error instanceof Error ? error.message : error}\n\n${HELP}`);
  process.exitCode = 2;
}
