/** Reads the lines that `postgres.mjs` wrote, in the order of their ids, and sends them to the parent process. */
import pg from 'pg';
import { settings } from './server.mjs';

const { connection, sectionIds } = await settings;
const client = new pg.Client(connection);
await client.connect();
const { rows } = await client.query('SELECT section_id, openid FROM claims ORDER BY id');
const lines = new Map(sectionIds.map(id => [id, []]));
for (const row of rows) lines.get(row.section_id)?.push(row.openid);
process.send({ lines: [...lines.values()] }, () => process.exit(0));
