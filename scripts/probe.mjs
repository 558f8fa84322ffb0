/** npm run probe: measures an environment, or the emulator, or compares two reports. Options: `npm run probe -- --help`. */
import { withPackages } from './deploy/packages.mjs';

withPackages('probe');
