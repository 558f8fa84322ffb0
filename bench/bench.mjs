/** npm run bench: builds what changed, installs the peers once, and runs the bench. Options: `npm run bench -- --help`. */
import { install, node, ready, tool } from '../scripts/ready.mjs';

ready();
node('scripts/build.mjs', 'tools', 'functions');
install('bench/peers', 'Installing the peers of the bench (once) …');
tool('bench');
