import { call } from '../../../../src/app/call/call';
import { ServerClock } from '../../../../src/app/clock/server-clock';
import { serve, type Doing } from '../../server';

const MINUTE = 60_000;

describe('one call', () => {
  test('goes out with endpoint and input, as somebody', async () => {
    const { calls } = serve({ 'line.place': { data: { place: null } } });

    const answer = await call('line.place', { sectionId: 's1' });

    expect(answer).toMatchObject({ ok: true, data: { place: null } });
    expect(calls).toEqual([
      { endpoint: 'line.place', input: { sectionId: 's1' }, openid: expect.stringMatching(/^o/) },
    ]);
  });

  test.each<[Doing, string]>([
    ['lost reply', 'TIMEOUT'],
    ['no network', 'OFFLINE'],
    [{ status: 504 }, 'TIMEOUT'],
    [{ status: 429 }, 'BUSY'],
    [{ status: 502 }, 'FAULT'],
    [{ refuse: 'CLOSED', details: { closesAt: 1 } }, 'CLOSED'],
  ])('%j is told as %s and never as a success', async (doing, code) => {
    serve({ 'line.claim': doing });

    const answer = await call('line.claim', { batchId: 'b1', sectionId: 's1' });

    expect(answer).toMatchObject({ ok: false, code, message: expect.stringMatching(/[一-鿿]/) });
  });

  test('a 200 that is no answer is a fault', async () => {
    serve({});
    const { phone } = await import('../../taro');
    phone.serve(async () => ({ statusCode: 200, data: '<html>' }));

    expect(await call('member.me', {})).toMatchObject({ ok: false, code: 'FAULT' });
  });
});

describe('the server clock', () => {
  test('a phone that is ten minutes off shows the time of the server', () => {
    const server = 1_900_000_000_000;
    let phoneNow = server - 10 * MINUTE;
    const clock = new ServerClock(() => phoneNow);

    clock.observe(phoneNow, phoneNow + 80, server + 40);
    phoneNow += 80;

    expect(clock.now()).toBe(server + 80);
    expect(clock.errorMs()).toBe(40);
  });

  test('the answer with the shortest round trip says best, whatever the slow ones say', () => {
    let phoneNow = 0;
    const clock = new ServerClock(() => phoneNow);

    clock.observe(0, 2_000, 1_900 + 500);
    clock.observe(2_000, 2_020, 2_010 + 500);
    clock.observe(2_020, 4_000, 2_100 + 500);
    phoneNow = 4_000;

    expect(clock.now()).toBe(4_500);
    expect(clock.errorMs()).toBe(10);
  });

  test('when somebody sets the phone, what was learned before is forgotten', () => {
    let phoneNow = 100_000;
    const clock = new ServerClock(() => phoneNow);
    clock.observe(100_000, 100_010, 100_005);

    phoneNow = 700_000;
    clock.observe(700_000, 700_200, 100_700);

    expect(clock.now()).toBe(100_600);
  });

  test('nonsense from the server changes nothing', () => {
    const clock = new ServerClock(() => 5_000);

    clock.observe(0, 10, Number.NaN);

    expect(clock.now()).toBe(5_000);
    expect(clock.errorMs()).toBeUndefined();
  });
});
