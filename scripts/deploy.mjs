/** npm run deploy: makes what is missing in an environment. Options: `npm run deploy -- --help`; docs/部署.md. */
import { withPackages } from './deploy/packages.mjs';

withPackages('deploy');
