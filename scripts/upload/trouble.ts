/**
 * What miniprogram-ci (2.1.42) says when it fails, told as what to do. Its `code` says where: 20001 asking for the words to sign,
 * 20002 signing, 20003 sending, 10xxx compiling; WeChat's own answer stands as JSON in the message. Texts recorded by others:
 *   20003 Error: {"errCode":-10008,"errMsg":"invalid ip: 114.251.196.98, reference: https://developers.weixin.qq.com/…"}
 *   20003 Error: {"errCode":-1,"errMsg":"inner upload fail with errcode: -10002, errmsg: invalid ip: 192.0.2.4"}
 *   20003 Error: {"errCode":-1,"errMsg":"get new ticket fail: innerCode: -80002"} (also 40013, -80011)
 *   20003 Error: {"errCode":-1,"errMsg":"source size 2770KB exceed max limit 2MB"}
 *   20002 generate local signature fail. Usually this happens the content or encoding of private key file is incorrect. …
 */
const CONSOLE = '微信公众平台 → 开发管理 → 开发设置 → 小程序代码上传';

const SENTENCES: [RegExp, (found: RegExpExecArray) => string][] = [
  [
    /invalid ip:?\s*((?:\d+\.){3}\d+|[\da-f]*:[\da-f:.]+)?/i,
    ([, ip]) =>
      `这台电脑的 IP ${ip ? `${ip} ` : ''}不在白名单里：请管理员在${CONSOLE} → IP 白名单里加上它${
        ip?.includes(':') ? '（这是 IPv6 地址；加不进去就让电脑走 IPv4）' : ''
      }，或者关掉白名单。`,
  ],
  [/generate local signature fail|^20002 /i, () => `密钥不能用来签名：文件内容不对，请重新下载（${CONSOLE}）。`],
  [
    /get new ticket fail|invalid (private key|signature|appid)|signature verification fail|innerCode: -?(40013|80011|80002)|"errCode":-10008/i,
    () => 'appid 和密钥对不上，或者密钥已经重置：请核对两者是不是同一个小程序的，必要时重新生成密钥。',
  ],
  [/source size (\S+) exceed max limit (\S+?)["}]/i, ([, is, limit]) => `微信说太大了：${is}，最多 ${limit}。`],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ESOCKETTIMEDOUT|EHOSTUNREACH|socket hang up|tunneling socket|self.signed|certificate/,
    () => '连不上微信（servicewechat.com）：请检查网络；要用代理，设 https_proxy=http://<代理>。',
  ],
  [/^1\d{4} /, () => '微信的编译器不接受这份构建：先用 npm run check:weapp -- --compile 在本机看看。'],
];

/** One sentence that says what to do, followed by the words of the other side. */
export function trouble(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  const said = error instanceof Error ? error.message : String(error);
  const whole = `${code ?? ''} ${said}`;
  for (const [pattern, sentence] of SENTENCES) {
    const found = pattern.exec(whole);
    if (found) return `${sentence(found)}\n（${whole.trim()}）`;
  }
  return `微信没有收下，原话如下。\n（${whole.trim()}）`;
}
