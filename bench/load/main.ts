/** The load generator: a process of its own. Takes one `LoadJob`, answers with one `LoadResult`, and ends. */
import type { LoadJob } from './job';
import { Rush } from './rush';

process.once('message', job => {
  new Rush(job as LoadJob).run().then(
    result => process.send?.(result, () => process.disconnect()),
    error => {
      console.error(error);
      process.exit(1);
    },
  );
});
