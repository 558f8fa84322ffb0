/** npm start: sets up what is missing, builds what changed, opens the product. Options: `npm start -- --help`. */
import { FLAGS, MEMORY, node, ready, tool } from './ready.mjs';

ready();
node('scripts/build.mjs', 'tools', 'functions', 'h5', ...(process.argv.includes('--weapp') ? ['weapp', 'player'] : []));
tool('start', { flags: FLAGS, env: { ...MEMORY, TZ: 'UTC' } }); // UTC as in the cloud
