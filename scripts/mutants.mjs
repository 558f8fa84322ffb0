/** npm run mutants: the code changed in one place at a time; does a test notice? docs/torture.md */
import { node, ready, tool } from './ready.mjs';

ready();
node('scripts/build.mjs', 'tools', 'functions');
tool('mutants');
