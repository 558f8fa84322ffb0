/** npm run pictures: the pictures of README and the handbook, played anew. Options: `npm run pictures -- --help`. */
import { node, ready, tool } from './ready.mjs';

ready();
node('scripts/build.mjs', 'tools', 'functions', 'h5');
tool('pictures');
