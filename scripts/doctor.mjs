/** npm run doctor: what is missing in an environment, in sentences. */
import { withPackages } from './deploy/packages.mjs';

withPackages('doctor');
