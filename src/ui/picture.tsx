import { Image, View } from '@tarojs/components';
import { dataUri } from './data-uri';
import { told } from './a11y';

type PictureProps = ({ svg: string; source?: never } | { svg?: never; source: string }) & {
  /** Height divided by width. */
  ratio: number;
  /** What the picture says, for people who do not see it. */
  label: string;
};

/** A drawing, or an image, at the width of its card. */
export function Picture({ svg, source, ratio, label }: PictureProps) {
  return (
    <View className="wall" style={{ paddingTop: `${ratio * 100}%` }} {...told({ role: 'img', label })}>
      <Image className="wall__image" src={source ?? dataUri(svg)} mode="scaleToFill" {...told({ hidden: true })} />
    </View>
  );
}
