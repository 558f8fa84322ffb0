import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Tap } from './tap';

/** 去这里: nobody knows the coordinates, so the place is copied for the phone's own map. */
export function CopyPlace({ place }: { place: string }) {
  return (
    <View>
      <Tap
        className="text-link sm"
        label={`复制地点，${place}`}
        onTap={() => void Taro.setClipboardData({ data: place })}
        testId="copy-place"
      >
        复制地点，去地图里找
      </Tap>
    </View>
  );
}
