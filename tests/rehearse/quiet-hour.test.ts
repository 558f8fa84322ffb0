import { functionOf } from '../../domain/functions';
import { PROFILES } from '../../rehearse/profile';
import { functionsOf, quietHours, SCREEN_NAMES } from '../../rehearse/quiet-hour';

/** The other way to divide the endpoints, which we had before. */
const ofNoun = (endpoint: string) => endpoint.split('.')[0]!;
const how = { hours: 500, seed: 1, profile: PROFILES.standard };

test.each([2, 6, 25])(
  'with %i visits an hour at least a quarter fewer screens wait for a cold start than with a function a noun',
  visitsAnHour => {
    const ours = quietHours(functionOf, { ...how, visitsAnHour });
    const before = quietHours(ofNoun, { ...how, visitsAnHour });

    expect(ours.screens).toBe(before.screens);
    expect(ours.cold).toBeLessThan(0.75 * before.cold);
    expect(ours.waitMs).toBeLessThan(0.8 * before.waitMs);
  },
);

test('no screen calls more than two functions', () => {
  expect(SCREEN_NAMES.filter(screen => functionsOf(screen, functionOf) > 2)).toEqual([]);
});

test('a warm instance answers: somebody who is never away starts one for each call made at once, and no more', () => {
  const busy = quietHours(() => 'all', { ...how, visitsAnHour: 2_000, hours: 1 });

  expect(busy.startsAVisit).toBeLessThan(0.02);
});
