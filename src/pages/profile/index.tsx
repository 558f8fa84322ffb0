import { View } from '@tarojs/components';
import { dateText } from '../../../domain/clock';

export default function Page() {
  return <View>{dateText(Date.now())}</View>;
}
