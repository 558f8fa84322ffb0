import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Tap } from './tap';

/** A place that can be copied. Nobody knows its coordinates, so the person looks it up in the phone's own map. */
export function CopyPlace({ place }: { place: string }) {
  return (
    <View className="copy-place">
      <View className="grow">{place}</View>
      <Tap
        className="text-link sm copy-place__act"
        label={`复制地点，${place}，去地图里找`}
        onTap={() => void Taro.setClipboardData({ data: place })}
        testId="copy-place"
      >
        复制
      </Tap>
    </View>
  );
}
