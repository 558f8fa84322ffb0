/** npm run rehearse: a release under the platform's limits, before it happens. Options: `npm run rehearse -- --help`. */
import { node, ready, tool } from './ready.mjs';

ready();
node('scripts/build.mjs', 'tools');
// Its exit code says whether the release may go: 0 yes, 3 no.
tool('rehearse');
