import { refuse } from '../../domain/base/refuse';
import { readCode } from '../../domain/certificate/code';
import { maskName } from '../../domain/base/mask';
import { statedOf } from '../../domain/certificate/facts';
import { sameName } from '../../domain/people/person-name';
import { find, read } from '../base/database';
import type { Run } from '../base/door';

/** Checks a code for anybody who holds it. The name is masked; whoever has it may ask whether it is this one. */
export const look: Run<'certificate.look'> = async ({ input: { code: typed, name } }) => {
  const asked = readCode(typed);
  if ('fault' in asked) return refuse('CERTIFICATE_UNKNOWN');
  const [found] = await find('certificates', { code: asked.code }, { limit: 1 });
  if (!found) return refuse('CERTIFICATE_UNKNOWN');
  const section = await read('sections', found.sectionId);
  return {
    stated: statedOf(found),
    maskedName: maskName(found.name),
    nameIs: name ? sameName(name, found.name) : null,
    revoked: found.revoked ? { at: found.revoked.at } : null,
    calledOff: section?.cancelledAt !== undefined,
  };
};
