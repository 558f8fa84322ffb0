import { Text, View } from '@tarojs/components';
import { useMemo } from 'react';
import { CODE_SLOT_MS } from '../../../../domain/lesson/check-in-code';
import { SECOND } from '../../../../domain/base/clock';
import { told } from '../../../ui/a11y';
import { Picture } from '../../../ui/picture';
import { checkInLink } from './link';
import { qrSvg } from './qr';
import type { ShownCode } from './use-code';

/**
 * The lit window: the code, the lamp that burns down until the next code, and the digits for people who cannot scan.
 */
export function CodePanel({ code }: { code: ShownCode }) {
  const svg = useMemo(() => qrSvg(checkInLink(code.text)), [code.text]);
  return (
    <>
      <View className="code__window">
        <View className="pane" data-code={code.text} data-testid="qr">
          <Picture svg={svg} ratio={1} label="签到二维码" />
        </View>
        <View className="lamp" {...told({ hidden: true })}>
          <View
            key={code.slot}
            className="lamp__left"
            style={{ transform: `scaleX(${((code.secondsLeft - 1) * SECOND) / CODE_SLOT_MS})` }}
          />
        </View>
      </View>
      <View className="code__number">
        <View className="sm">扫不了，就在签到页输入这四位</View>
        <View className="code__digits num" data-testid="code-number">
          {code.number}
        </View>
      </View>
      <View className="sm code__life">
        <Text className="num nowrap">
          <Text className="b">{code.secondsLeft}</Text> 秒后换码，
        </Text>
        <Text className="nowrap">截图过一会儿就失效</Text>
      </View>
    </>
  );
}
