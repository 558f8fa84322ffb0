import { Image, View } from '@tarojs/components';
import { dataUri } from './data-uri';
import { told } from './a11y';

interface PictureProps {
  svg: string;
  /** Height divided by width. */
  ratio: number;
  /** What the picture says, for people who do not see it. */
  label: string;
}

/** A chart at the width of its card. */
export function Picture({ svg, ratio, label }: PictureProps) {
  return (
    <View className="wall" style={{ paddingTop: `${ratio * 100}%` }} {...told({ role: 'img', label })}>
      <Image className="wall__image" src={dataUri(svg)} mode="scaleToFill" {...told({ hidden: true })} />
    </View>
  );
}
