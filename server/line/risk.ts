import { MINUTE } from '../../domain/base/clock';
import type { Batch } from '../../domain/model';
import { isRiskyRank } from '../../domain/api/rate-limit';
import { cloud } from '../base/cloud';
import { heard, openapi } from '../base/open-api';

const PATIENCE_MS = 1_000;
/** In the last minutes everybody comes at once: a hint is not worth their waiting, nor the calls. */
const NOT_SHORTLY_BEFORE_MS = 3 * MINUTE;
const MARKETING = 1;

/**
 * Does WeChat take this account for a machine? Asked in the waiting room, once a batch, never by a claim.
 * https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/sec-center/safety-control-capability/getUserRiskRank.html
 * It narrows how often the account may call and decides nothing; without an answer it is a person like everybody.
 */
export async function isSuspect(openid: string, batch: Pick<Batch, 'opensAt'>, now: number): Promise<boolean> {
  const { APPID, CLIENTIP } = cloud.getWXContext() as { APPID?: string; CLIENTIP?: string };
  if (!CLIENTIP || now > batch.opensAt - NOT_SHORTLY_BEFORE_MS) return false;
  const asked = openapi.riskControl.getUserRiskRank({
    appid: APPID,
    openid,
    scene: MARKETING,
    clientIp: CLIENTIP,
  });
  const said = await heard(asked, PATIENCE_MS);
  return said.kind === 'answer' && isRiskyRank(said.answer.riskRank ?? 0);
}
