/** npm run bench:screens: builds what changed and opens the screens. Options: `npm run bench:screens -- --help`. */
import { node, ready, tool } from '../scripts/ready.mjs';

ready();
node('scripts/build.mjs', 'tools', 'functions', 'h5');
tool('bench-screens');
