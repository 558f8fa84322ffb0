/** npm run bench:screens: builds what changed and opens the screens. Options: `npm run bench:screens -- --help`. */
import { node, ready } from '../scripts/ready.mjs';

await ready();
node('scripts/build.mjs', 'tools', 'functions', 'h5');
node('dist/tools/bench-screens.js', ...process.argv.slice(2));
