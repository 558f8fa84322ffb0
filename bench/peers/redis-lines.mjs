/** Reads the lines that `redis.mjs` wrote and sends them to the parent process. */
import Redis from 'ioredis';
import { settings } from './server.mjs';

const { redisPort, sectionIds } = await settings;
const redis = new Redis({ port: redisPort, host: '127.0.0.1' });
const lines = await Promise.all(sectionIds.map(id => redis.lrange(`line:${id}`, 0, -1)));
process.send({ lines }, () => process.exit(0));
