import Taro from '@tarojs/taro';
import { replyToCloudError } from './cloud-errors';
import type { Reply, Transport } from './transport';

let begun = false;

function cloud() {
  if (!begun) {
    Taro.cloud.init(process.env.HG_ENV ? { env: process.env.HG_ENV } : {});
    begun = true;
  }
  return Taro.cloud;
}

/** Production: the cloud functions of the environment that the mini-program is bound to. */
export const sendByCloud: Transport = async (name, data, timeoutMs) => {
  let clock: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Reply>(resolve => {
    clock = setTimeout(() => resolve({ kind: 'timeout' }), timeoutMs);
  });
  const answered = cloud()
    .callFunction({ name, data })
    .then((reply): Reply => ({ kind: 'answer', value: (reply as { result?: unknown }).result }), replyToCloudError);
  const first = await Promise.race([answered, late]);
  clearTimeout(clock);
  return first;
};
