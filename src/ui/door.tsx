import { View } from '@tarojs/components';
import { Icon } from './icon';
import { Tap } from './tap';

/** A row that leads to another page. */
export function Door({
  label,
  text,
  onTap,
  testId,
}: {
  label: string;
  text: string;
  onTap: () => void;
  testId: string;
}) {
  return (
    <Tap className="row door" role="link" onTap={onTap} testId={testId}>
      <View className="grow">
        <View>{label}</View>
        <View className="sm t3">{text}</View>
      </View>
      <Icon name="next" ink="ink-3" size={18} />
    </Tap>
  );
}
