/** npm run emulator -- --functions <dir> …: CloudBase on this machine, for any folder of functions. */
import { FLAGS, node, ready, tool } from './ready.mjs';

ready();
node('scripts/build.mjs', 'tools');
// Folders are named from where the person stands.
tool('emulator', { flags: FLAGS, cwd: process.env.INIT_CWD ?? process.cwd() });
