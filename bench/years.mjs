/** npm run bench:years: builds what changed and runs the script. Options: `npm run bench:years -- --help`. */
import { node, ready, tool } from '../scripts/ready.mjs';

ready();
node('scripts/build.mjs', 'tools', 'functions');
tool('bench-years', { flags: ['--max-old-space-size=4096'] });
