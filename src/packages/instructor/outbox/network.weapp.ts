import Taro from '@tarojs/taro';

/** Tells each time the network is back. Returns the way to stop. */
export function onNetworkBack(tell: () => void): () => void {
  const changed = ({ isConnected }: { isConnected: boolean }) => {
    if (isConnected) tell();
  };
  Taro.onNetworkStatusChange(changed);
  return () => Taro.offNetworkStatusChange(changed);
}
