import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';

export interface WindowSize {
  width: number;
  height: number;
}

function windowSize(): WindowSize {
  const { windowWidth, windowHeight } = Taro.getWindowInfo();
  return { width: windowWidth, height: windowHeight };
}

/** The window in pixels, also after it was turned or has filled the screen. */
export function useWindowSize(): WindowSize {
  const [size, setSize] = useState(windowSize);
  useEffect(() => {
    const look = () => setSize(windowSize());
    Taro.onWindowResize(look);
    return () => Taro.offWindowResize(look);
  }, []);
  return size;
}
