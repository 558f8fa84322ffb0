import fc from 'fast-check';
import { REFUSALS } from '../../domain/base/codes';
import { CONTRACT, DOOR_REFUSALS, type EndpointName } from '../../domain/api';
import type { Role } from '../../domain/model';
import { functionOf } from '../../domain/functions';
import { makeWorld, memberOf, personOf, type World } from '../../torture/world';
import { Random } from '../../scripts/crowd/random';
import { COLLECTIONS } from '../collections';
import { startEmulated, type Emulated } from '../emulated';
import { malformedEvents } from './events';

/** `FUZZ=10000` for the full run: so many malformed events for each endpoint. */
const RUNS = Number(process.env.FUZZ ?? 200);
const WRITING = /insertDocument|modifyDocument|modifyAndReturnDoc|removeDocument|commitTransaction|addCollection/;
const INSIDES = /\bat .*:\d+:\d+|node_modules|\bError:|\.[jt]s:\d/;

let emulated: Emulated;
let world: World;
/** One of each for every event: it is the event that is refused, and not the pace. */
const holders = (role: Role) => Array.from({ length: RUNS }, (_, index) => personOf('fuzz', `${role}${index}`));
const instructors = holders('instructor');
const staff = holders('staff');

beforeAll(async () => {
  emulated = await startEmulated({ instances: { min: 0, max: 1 } });
  world = makeWorld('fuzz', Date.now(), new Random(1));
  for (const name of ['batches', 'sections', 'members', 'standings'] as const)
    await emulated.database.import(name, world[name]);
  for (const [role, people] of [
    ['instructor', instructors],
    ['staff', staff],
  ] as const)
    await emulated.database.import(
      'members',
      people.map(person => ({ ...memberOf(person, 0), roles: [role] })),
    );
});
afterAll(() => emulated.stop());

const everything = () => JSON.stringify(COLLECTIONS.map(name => emulated.database.read(name)));
const writes = () =>
  Object.entries(emulated.database.operations())
    .filter(([action]) => WRITING.test(action))
    .map(([action, count]) => `${count} × ${action}`);

let callers = 0;
/** Each event comes from somebody else. */
const callerOf = (endpoint: EndpointName): string => {
  const { access } = CONTRACT[endpoint];
  callers += 1;
  if (access === 'public' || access === 'anyone') return `oFuzz${callers}`;
  return (access.includes('staff') ? staff : instructors)[callers % RUNS]!.openid;
};

test.each(Object.keys(CONTRACT) as EndpointName[])(
  `%s: ${RUNS} malformed events are refused or come to nothing`,
  async endpoint => {
    const before = everything();
    emulated.database.resetOperations();
    const allowed = new Set<string>([...CONTRACT[endpoint].refusals, ...DOOR_REFUSALS]);
    allowed.delete('FAULT');
    allowed.delete('BUSY');

    await fc.assert(
      fc.asyncProperty(malformedEvents(endpoint), async event => {
        const answer = (await emulated.call(functionOf(endpoint), event, callerOf(endpoint))) as {
          ok: boolean;
          code: string;
          message: string;
          now: number;
        };
        expect(answer.now).toEqual(expect.any(Number));
        if (answer.ok) return;
        expect([...allowed]).toContain(answer.code);
        expect(answer.message).toBe(REFUSALS[answer.code as keyof typeof REFUSALS]);
        expect(JSON.stringify(answer)).not.toMatch(INSIDES);
      }),
      { numRuns: RUNS },
    );

    // Marking others' notices as read is a guarded update that matches nothing: an operation, and no write.
    if (endpoint !== 'member.readNotices') expect(writes()).toEqual([]);
    expect(everything()).toBe(before);
    expect(emulated.lines.filter(line => line.level === 'error')).toEqual([]);
  },
  600_000,
);

test('the counters would show it: one right event writes', async () => {
  const before = everything();
  emulated.database.resetOperations();

  await emulated.call('desk', { endpoint: 'staff.check', input: {} }, world.staff.openid);

  expect(writes()).toEqual(['1 × database.insertDocument:checks']);
  expect(everything()).not.toBe(before);
});

test(`${RUNS} bodies that are no event are told so by the gateway, without insides`, async () => {
  const bodies = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.json().map(json => json.slice(0, -1)),
    fc.jsonValue().map(value => JSON.stringify([value])),
    fc.constantFrom('null', '7', '"x"', '[]', '{"endpoint":', '\u0000'),
  );
  await fc.assert(
    fc.asyncProperty(bodies, async body => {
      const headers = { 'content-type': 'application/json', 'x-wx-openid': 'oFuzz' };
      const answer = await emulated.send('POST', '/call/app', headers, body);
      expect(answer.status).toBeLessThan(500);
      expect(JSON.stringify(answer.body)).not.toMatch(INSIDES);
    }),
    { numRuns: RUNS },
  );
});
