import { cloud } from '../base/cloud';
import { numberOf, thrownBy, type Observations } from './observe';

/** Sends bad requests only, so that nothing is sent to anybody, no code is drawn and no number is asked for. */
export async function probeOpenApis(seen: Observations): Promise<void> {
  const codeOf = async (key: string, work: () => unknown) => {
    const thrown = await thrownBy(work);
    seen.set(key, thrown === undefined ? 'none' : numberOf(thrown));
  };
  const { openapi } = cloud as unknown as {
    openapi: Record<string, Record<string, (data: object) => Promise<unknown>>>;
  };
  const data = { thing1: { value: 'x' } };
  await codeOf('openapi.send.noOpenid', () =>
    openapi['subscribeMessage']!['send']!({ touser: '', templateId: 'none', data }),
  );
  await codeOf('openapi.send.noTemplate', () =>
    openapi['subscribeMessage']!['send']!({ touser: 'oNobodyAtAll0000000000000000', templateId: '', data }),
  );
  await codeOf('openapi.code.longScene', () => openapi['wxacode']!['getUnlimited']!({ scene: 'x'.repeat(33) }));
  await codeOf('openapi.check.noContent', () =>
    openapi['security']!['msgSecCheck']!({ content: '', version: 2, scene: 1, openid: 'oNobodyAtAll0000000000000000' }),
  );
  await codeOf('openapi.phone.badCode', () => openapi['phonenumber']!['getPhoneNumber']!({ code: '' }));
  await codeOf('openapi.unknown', () => openapi['nonsense']!['nothing']!({}));
}
