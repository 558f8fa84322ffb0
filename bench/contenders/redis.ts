import { join } from 'node:path';
import type { Contender } from './contender';
import { end, forkServer, freePort, spawnServer } from './child';
import { PEERS, findProgram } from './paths';
import { peersInstalled, plainBody, readLines, sectionIdsOf, sizesOf } from './peer';

function redis(pipelined: boolean): Contender {
  return {
    id: pipelined ? 'redis-pipelined' : 'redis',
    label: `fastify + Redis Lua, fsync always${pipelined ? ', pipelined' : ''}`,
    async start(scene, folder) {
      const program = findProgram('redis-server');
      if (!program || !peersInstalled()) return 'not installed';
      const redisPort = await freePort();
      const database = await spawnServer(
        program,
        // Durable like the others: every write is on disk before it is answered.
        [
          '--port',
          String(redisPort),
          '--bind',
          '127.0.0.1',
          '--dir',
          folder,
          '--save',
          '',
          '--appendonly',
          'yes',
          '--appendfsync',
          'always',
        ],
        redisPort,
      );
      const capacities = Object.fromEntries(sizesOf(scene).map(({ id, capacity }) => [id, capacity]));
      const { child, port } = await forkServer(join(PEERS, 'redis.mjs'), {
        redisPort,
        pipelined,
        capacities,
        waitlistLimit: scene.waitlistLimit,
      });
      return {
        port,
        path: '/claim',
        body: plainBody,
        pids: [child.pid!, database.pid!],
        lines: () => readLines('redis-lines.mjs', { redisPort, sectionIds: sectionIdsOf(scene) }),
        stop: async () => {
          await end(child);
          await end(database);
        },
      };
    },
  };
}

export const redisPlain = redis(false);
export const redisPipelined = redis(true);
