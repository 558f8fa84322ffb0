/** npm run bench:weapp: builds what changed and plays the mini-program. Options: `npm run bench:weapp -- --help`. */
import { node, ready, tool } from '../scripts/ready.mjs';

ready();
node('scripts/build.mjs', 'tools', 'functions', 'h5', 'weapp', 'player');
tool('bench-weapp');
