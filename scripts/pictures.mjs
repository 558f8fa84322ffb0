/** npm run pictures: takes the pictures of README and the handbook anew. Options: `npm run pictures -- --help`. */
import { node, ready, tool } from './ready.mjs';

ready();
node('scripts/build.mjs', 'tools', 'functions', 'h5');
tool('pictures');
