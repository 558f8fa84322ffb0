/** A claim in PostgreSQL as its users write it: one guarded statement, or the textbook transaction. */
import pg from 'pg';
import { FULL, placed, serve, settings } from './server.mjs';

const { connection, textbook, sections } = await settings;
const pool = new pg.Pool({ ...connection, max: 20 });

await pool.query(`
  CREATE TABLE sections (id text PRIMARY KEY, capacity int NOT NULL, waitlist_limit int NOT NULL, taken int NOT NULL DEFAULT 0);
  CREATE TABLE claims (
    id bigserial PRIMARY KEY, section_id text NOT NULL REFERENCES sections, openid text NOT NULL, place int NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(), UNIQUE (section_id, openid)
  );
`);
for (const { id, capacity, waitlistLimit } of sections)
  await pool.query('INSERT INTO sections VALUES ($1, $2, $3)', [id, capacity, waitlistLimit]);

/** The row's lock decides the order. The guard is checked again once the lock is held. */
const GUARDED = {
  name: 'claim',
  text: `
    WITH mine AS (SELECT place FROM claims WHERE section_id = $1 AND openid = $2),
    taken AS (
      UPDATE sections SET taken = taken + 1
      WHERE id = $1 AND taken < capacity + waitlist_limit AND NOT EXISTS (SELECT 1 FROM mine)
      RETURNING taken
    ),
    written AS (
      INSERT INTO claims (section_id, openid, place) SELECT $1, $2, taken FROM taken RETURNING place
    )
    SELECT place FROM mine UNION ALL SELECT place FROM written`,
};
const capacities = new Map(sections.map(({ id, capacity }) => [id, capacity]));

async function guarded(openid, sectionId) {
  const { rows } = await pool.query({ ...GUARDED, values: [sectionId, openid] });
  return rows.length === 0 ? FULL : placed(rows[0].place, capacities.get(sectionId));
}

async function transaction(openid, sectionId) {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const section = await client.query({
      name: 'lock',
      text: 'SELECT capacity, waitlist_limit FROM sections WHERE id = $1 FOR UPDATE',
      values: [sectionId],
    });
    const { capacity, waitlist_limit: waitlistLimit } = section.rows[0];
    const mine = await client.query({
      name: 'mine',
      text: 'SELECT place FROM claims WHERE section_id = $1 AND openid = $2',
      values: [sectionId, openid],
    });
    if (mine.rows.length > 0) {
      await client.query('COMMIT');
      return placed(mine.rows[0].place, capacity);
    }
    const counted = await client.query({
      name: 'count',
      text: 'SELECT count(*)::int AS taken FROM claims WHERE section_id = $1',
      values: [sectionId],
    });
    const place = counted.rows[0].taken + 1;
    if (place > capacity + waitlistLimit) {
      await client.query('COMMIT');
      return FULL;
    }
    await client.query({
      name: 'insert',
      text: 'INSERT INTO claims (section_id, openid, place) VALUES ($1, $2, $3)',
      values: [sectionId, openid, place],
    });
    await client.query('COMMIT');
    return placed(place, capacity);
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

await serve(textbook ? transaction : guarded);
