import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Contender } from './contender';
import { end, forkServer, freePort, spawnServer } from './child';
import { PEERS, findProgram } from './paths';
import { peersInstalled, plainBody, readLines, sectionIdsOf, sizesOf } from './peer';

/** Debian keeps the programs off the PATH, in a folder for each version. */
const DEBIAN = '/usr/lib/postgresql';

function program(name: string): string | undefined {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN) : [];
  return findProgram(
    name,
    versions.sort((a, b) => Number(b) - Number(a)).map(version => join(DEBIAN, version, 'bin')),
  );
}

/** PostgreSQL refuses to run as root. Then it runs as the account that its package made, or as nobody. */
function account(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const lines = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map(line => line.split(':'));
  const found = lines.find(([name]) => name === 'postgres') ?? lines.find(([name]) => name === 'nobody');
  return found && { uid: Number(found[2]), gid: Number(found[3]) };
}

function postgres(textbook: boolean): Contender {
  return {
    id: textbook ? 'postgres-textbook' : 'postgres',
    label: `fastify + PostgreSQL, ${textbook ? 'textbook transaction' : 'one guarded statement'}`,
    async start(scene, folder) {
      const initdb = program('initdb');
      const server = program('postgres');
      if (!initdb || !server || !peersInstalled()) return 'not installed';
      const as = account();
      if (as) {
        chownSync(folder, as.uid, as.gid);
        chmodSync(folder, 0o700);
      }
      const data = join(folder, 'data');
      execFileSync(initdb, ['-D', data, '-U', 'bench', '-A', 'trust', '-E', 'UTF8', '--locale=C'], {
        stdio: 'ignore',
        cwd: folder,
        ...as,
      });
      const databasePort = await freePort();
      const database = await spawnServer(
        server,
        ['-D', data, '-p', String(databasePort), '-h', '127.0.0.1', '-k', folder],
        databasePort,
        { cwd: folder, stdio: ['ignore', 'ignore', 'ignore'], ...as },
      );
      const connection = { host: '127.0.0.1', port: databasePort, user: 'bench', database: 'postgres' };
      const { child, port } = await forkServer(join(PEERS, 'postgres.mjs'), {
        connection,
        textbook,
        sections: sizesOf(scene),
      });
      return {
        port,
        path: '/claim',
        body: plainBody,
        pids: [child.pid!, database.pid!],
        lines: () => readLines('postgres-lines.mjs', { connection, sectionIds: sectionIdsOf(scene) }),
        stop: async () => {
          await end(child);
          // A "fast" shutdown does not wait for clients.
          await end(database, 'SIGINT');
        },
      };
    },
  };
}

export const postgresGuarded = postgres(false);
export const postgresTextbook = postgres(true);
