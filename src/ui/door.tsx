import { View } from '@tarojs/components';
import { Row } from './row';

interface DoorProps {
  label: string;
  text: string;
  onTap: () => void;
  testId: string;
}

/** A row that leads to another page, in a name and a few words. */
export function Door({ label, text, onTap, testId }: DoorProps) {
  return (
    <Row role="link" onTap={onTap} testId={testId}>
      <View>{label}</View>
      <View className="sm t3">{text}</View>
    </Row>
  );
}
