/** npm start: set up what is missing, build what changed, open the product. Options: `npm start -- --help`. */
import { FLAGS, MEMORY, node, ready, tool } from './ready.mjs';

ready();
node('scripts/build.mjs', 'tools', 'functions', 'h5');
tool('start', { flags: FLAGS, env: { ...MEMORY, TZ: 'UTC' } }); // UTC as in the cloud
