/** npm run torture: rushes under kill -9. Compares everything that clients were told with the record. */
import { node, ready, tool } from './ready.mjs';

ready();
node('scripts/build.mjs', 'tools', 'functions');
tool('torture');
