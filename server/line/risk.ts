import { MINUTE } from '../../domain/base/clock';
import type { Batch } from '../../domain/model';
import { isRiskyRank } from '../../domain/api/rate-limit';
import { cloud } from '../base/cloud';
import { heard, openapi } from '../base/open-api';

const PATIENCE_MS = 1_000;
/** In the last minutes everybody comes at once. A hint is then not worth the waiting or the calls. */
const NOT_SHORTLY_BEFORE_MS = 3 * MINUTE;
const MARKETING = 1;

/**
 * Asks whether WeChat takes this account for a machine. The waiting room asks it once for each batch; a claim never
 * does.
 * https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/sec-center/safety-control-capability/getUserRiskRank.html
 * The answer only limits how often the account may call. Without an answer, the account is treated like everybody's.
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
