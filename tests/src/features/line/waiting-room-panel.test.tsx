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
