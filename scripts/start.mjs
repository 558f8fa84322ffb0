/** npm start: set up what is missing, build what changed, open the product. Options: `npm start -- --help`. */
import { FLAGS, node, ready, tool } from './ready.mjs';

ready();
node('scripts/build.mjs', 'tools', 'functions', 'h5');
tool('start', { flags: FLAGS, env: { TZ: 'UTC' } }); // as in the cloud
