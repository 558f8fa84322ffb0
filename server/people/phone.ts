import { plainPhone } from '../../domain/people/profile';
import { refuse } from '../../domain/base/refuse';
import { heard, openapi } from '../base/open-api';
import type { Run } from '../base/door';

/** The code was used before, or is older than five minutes. */
const CODE_INVALID = 40029;
/** The person looks at a form meanwhile, and can fill it in by hand. */
const PATIENCE_MS = 3_000;

/**
 * The number behind WeChat's code, for the form. It is kept nowhere until the person saves.
 * https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-info/phone-number/getPhoneNumber.html
 * A used-up quota (45009), a number from abroad and silence have the same answer: the person types the number.
 */
export const phone: Run<'member.phone'> = async ({ input: { code } }) => {
  const said = await heard(openapi.phonenumber.getPhoneNumber({ code }), PATIENCE_MS);
  if (said.kind === 'answer') {
    const { purePhoneNumber = '', countryCode } = said.answer.phoneInfo ?? {};
    const number = plainPhone(purePhoneNumber);
    if (String(countryCode) === '86' && /^1\d{10}$/.test(number)) return { phone: number };
    return refuse('PHONE_UNAVAILABLE');
  }
  console.warn(JSON.stringify({ level: 'warn', text: 'getPhoneNumber did not answer', said }));
  return refuse(said.kind === 'error' && said.errCode === CODE_INVALID ? 'PHONE_CODE_OLD' : 'PHONE_UNAVAILABLE');
};
