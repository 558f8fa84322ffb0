import Fastify from 'fastify';

export const FULL = { ok: false, code: 'FULL' };

/**
 * A place in a line, in the form in which the product answers it. @param {number} place from 1 @param {number}
 * capacity
 */
export const placed = (place, capacity) => ({
  ok: true,
  data: {
    place: place <= capacity ? { state: 'SEATED', number: place } : { state: 'WAITING', number: place - capacity },
  },
});

/**
 * fastify with one route, listening on a free port that goes to the parent process.
 * @param {(openid: string, sectionId: string) => Promise<object>} claim
 */
export async function serve(claim) {
  const server = Fastify({ keepAliveTimeout: 65_000 });
  server.post('/claim', request => claim(request.headers['x-wx-openid'], request.body.sectionId));
  await server.listen({ port: 0, host: '127.0.0.1' });
  process.send({ port: server.server.address().port });
}

/** The settings come as the first message of the parent process. */
export const settings = new Promise(resolve => process.once('message', resolve));
process.once('disconnect', () => process.exit(0));
