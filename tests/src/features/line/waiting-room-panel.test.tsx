import type { Later } from '../../../../domain/api';
import { instantOf, MINUTE } from '../../../../domain/base/clock';
import { REFUSALS } from '../../../../domain/base/codes';
import { INELIGIBLE } from '../../../../domain/line/enter';
import { checksOf } from '../../../../src/features/line/waiting-room-panel';
import type { Entry } from '../../../../src/features/line/waiting-room';

const said = (code: string): Entry =>
  ({ opensAt: 0, asking: false, answer: { ok: false, code, message: REFUSALS[code as 'BUSY'], now: 0 } }) as Entry;
const states = (entry: Entry | undefined) => checksOf(entry, false).map(one => [one.text, one.state]);

test.each(INELIGIBLE)('%s is told as what is to be put right, and never as still being looked at', code => {
  const checks = states(said(code));

  expect(checks).not.toContainEqual(['正在核对您的资料和资格', 'wait']);
  expect(checks.some(([, state]) => state === 'bad')).toBe(true);
});

test('another 镇街 is told with the way to the profile', () => {
  const [, district] = checksOf(said('DISTRICT_NOT_INVITED'), false);

  expect(district).toMatchObject({ text: REFUSALS.DISTRICT_NOT_INVITED, mend: { label: '核对镇街' } });
});

test.each([undefined, said('BUSY')])('before an answer it is being looked at', entry => {
  expect(states(entry)).toContainEqual(['正在核对您的资料和资格', 'wait']);
});

describe('who comes later is told before the release', () => {
  const OPENS = instantOf('2027-06-01', '20:00')!;
  const entered = (later: Later | null | undefined, minutes = 0): Entry =>
    ({
      opensAt: OPENS,
      asking: false,
      answer: { ok: true, now: 0, data: { opensAt: OPENS + minutes * MINUTE, limit: 2, held: 0, tag: 'me', later } },
    }) as Entry;
  const turn = (entry: Entry) => checksOf(entry, false).slice(2, -1)[0];

  test('because of absences: which, how much later, and until when', () => {
    const absences = [
      { startsAt: instantOf('2027-03-09', '19:00')!, title: '茶艺一班' },
      { startsAt: instantOf('2027-03-16', '19:00')!, title: '' },
    ];

    expect(turn(entered({ cameBefore: false, absences, until: instantOf('2027-06-07', '19:00')! }, 10))).toMatchObject({
      text: '您缺课 2 次（3月9日茶艺一班，3月16日），晚 10 分钟，20:10 开放；6月7日起不再晚',
      state: 'wait',
      mend: { label: '看缺课' },
    });
  });

  test('because of an earlier place: there is no end to it', () => {
    expect(turn(entered({ cameBefore: true, absences: [], until: null }, 30))).toEqual({
      text: '您往期有过位置，晚 30 分钟，20:30 开放',
      state: 'wait',
    });
  });

  test('a first-timer is told that they go first; where nobody comes later nothing is said', () => {
    expect(turn(entered(null))).toEqual({ text: '没上过课的先报，您在其中', state: 'good' });
    expect(turn(entered(undefined))).toBeUndefined();
  });
});
