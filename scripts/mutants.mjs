/** npm run mutants: changes the code in one place at a time, and asks whether a test notices. docs/torture.md */
import { node, ready, tool } from './ready.mjs';

ready();
node('scripts/build.mjs', 'tools', 'functions');
tool('mutants');
