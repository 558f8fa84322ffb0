import Taro from '@tarojs/taro';

/** Reports each time the network is back. Returns the function that stops it. */
export function onNetworkBack(tell: () => void): () => void {
  const changed = ({ isConnected }: { isConnected: boolean }) => {
    if (isConnected) tell();
  };
  Taro.onNetworkStatusChange(changed);
  return () => Taro.offNetworkStatusChange(changed);
}
