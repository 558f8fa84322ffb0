/** npm run deploy: an environment gets what is missing. Options: `npm run deploy -- --help`; docs/部署.md. */
import { withPackages } from './deploy/packages.mjs';

withPackages('deploy');
