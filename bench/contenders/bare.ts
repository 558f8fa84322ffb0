import type { Contender } from './contender';
import { sectionIdOf } from './contender';
import { end, forkServer } from './child';
import { tool } from './paths';

/**
 * A `node:http` server that reads the body and gives everybody the same bytes. No server in Node can be faster here.
 */
export const bare: Contender = {
  id: 'bare',
  label: 'bare node:http responder',
  async start() {
    const { child, port } = await forkServer(tool('bench-bare'), {});
    return {
      port,
      path: '/call/line',
      body: section =>
        JSON.stringify({ endpoint: 'line.claim', input: { batchId: 'bench', sectionId: sectionIdOf(section) } }),
      pids: [child.pid!],
      stop: () => end(child),
    };
  },
};
