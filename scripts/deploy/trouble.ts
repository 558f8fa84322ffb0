import { codeOf } from './ask';

const NETWORK =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|socket hang up|network timeout|CERT|certificate/;

const SENTENCES: [RegExp, (env: string) => string][] = [
  [/^AuthFailure\.SecretIdNotFound/, () => '没有这个密钥：请核对 TENCENTCLOUD_SECRETID（也许已经停用）。'],
  [/^AuthFailure\.SignatureFailure/, () => '密钥对不上：请核对 TENCENTCLOUD_SECRETKEY。'],
  [/^AuthFailure\.SignatureExpire/, () => '这台电脑的时间不准：请先对时。'],
  [/^AuthFailure\.TokenFailure/, () => '临时密钥过期了：请重新取 TENCENTCLOUD_SESSIONTOKEN。'],
  [
    /^(UnauthorizedOperation|AuthFailure\.UnauthorizedOperation|OperationDenied|AuthFailure)/,
    env =>
      `这把密钥无权操作环境 ${env}：请用环境所属账号的密钥，或给子账号 QcloudTCBFullAccess 和 QcloudSCFFullAccess。`,
  ],
  [/^ENV_NOT_FOUND/, env => `这个账号下没有环境 ${env}：请核对环境 ID 和密钥是不是同一个账号的。`],
  [/^ENV_NOT_READY/, env => `环境 ${env} 还没有数据库或云函数：请在控制台等它开通完再试。`],
  [
    /^LimitExceeded/,
    env => `环境 ${env} 的套餐不够用了（函数、集合或索引的个数到了上限）：请在控制台看用量，升级套餐。`,
  ],
  [
    /^ResourceUnavailable|^ResourcesSoldOut|\.Isolated|Arrears/,
    env => `环境 ${env} 现在不可用（欠费或被停用）：请在控制台看它的状态。`,
  ],
];

/** A failure at Tencent in one sentence that says what to do, followed by Tencent's own words. */
export function trouble(error: unknown, env: string): string {
  const said = error instanceof Error ? error.message : String(error);
  const code = codeOf(error);
  if (NETWORK.test(`${code} ${said}`))
    return `连不上腾讯云：请检查网络；要用代理，设 http_proxy=http://<代理>。\n（${said}）`;
  const found = SENTENCES.find(([pattern]) => pattern.test(code));
  return `${found ? found[1](env) : '腾讯云拒绝了，原话如下。'}\n（${code ? `${code}：` : ''}${said}）`;
}
