/** npm run doctor: says in sentences what is missing in an environment. */
import { withPackages } from './deploy/packages.mjs';

withPackages('doctor');
