import type { Index, Wanted } from '../../../scripts/deploy/wanted';

export const index = (name: string, field = name, direction: 1 | -1 = 1, unique = false): Index => ({
  name,
  keys: [{ field, direction }],
  unique,
});

/** Two functions, one of them with a timer and a variable, and two collections. */
export const WANTED: Wanted = {
  functions: [
    {
      name: 'line',
      runtime: 'Nodejs20.19',
      memory: 256,
      timeout: 5,
      timers: [],
      openapi: [],
      reads: [],
      build: 'aaaa',
    },
    {
      name: 'tell',
      runtime: 'Nodejs20.19',
      memory: 256,
      timeout: 60,
      timers: [{ name: 'tell', cron: '0 * * * * * *' }],
      openapi: ['subscribeMessage.send'],
      reads: ['SUBSCRIBE_TEMPLATES'],
      build: 'bbbb',
    },
  ],
  collections: [
    { name: 'members', indexes: [index('phone')] },
    { name: 'rolls', indexes: [index('sectionId'), index('noShows')] },
  ],
};

export const TEMPLATES = JSON.stringify({ promoted: 'p-1', changed: 'c-1' });
