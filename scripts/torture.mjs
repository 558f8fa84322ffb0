/** npm run torture: rushes under kill -9, and everything that clients were told held against the record. */
import { node, ready, tool } from './ready.mjs';

ready();
node('scripts/build.mjs', 'tools', 'functions');
tool('torture');
