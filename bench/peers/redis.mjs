/** A claim in Redis as its users write it: one Lua script decides, orders and deduplicates. */
import Redis from 'ioredis';
import { FULL, placed, serve, settings } from './server.mjs';

const CLAIM = `
local mine = redis.call('HGET', KEYS[2], ARGV[1])
if mine then return tonumber(mine) end
local count = redis.call('LLEN', KEYS[1])
if count >= tonumber(ARGV[2]) then return 0 end
redis.call('RPUSH', KEYS[1], ARGV[1])
redis.call('HSET', KEYS[2], ARGV[1], count + 1)
return count + 1
`;

const { redisPort, pipelined, capacities, waitlistLimit } = await settings;
const redis = new Redis({ port: redisPort, host: '127.0.0.1', enableAutoPipelining: pipelined });
redis.defineCommand('claim', { numberOfKeys: 2, lua: CLAIM });

await serve(async (openid, sectionId) => {
  const capacity = capacities[sectionId];
  const place = await redis.claim(`line:${sectionId}`, `place:${sectionId}`, openid, capacity + waitlistLimit);
  return place === 0 ? FULL : placed(place, capacity);
});
