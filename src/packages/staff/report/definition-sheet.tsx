import { View } from '@tarojs/components';
import { definitionOf, DEFINITIONS_VERSION, type NumberKey } from '../../../../domain/report/definitions';
import { Button } from '../../../ui/button';
import { Heading } from '../../../ui/heading';
import { Sheet } from '../../../ui/sheet';

/** The definition of a number, in the sentence that the workbook prints, too. */
export function DefinitionSheet({ number, onClose }: { number: NumberKey; onClose: () => void }) {
  const { title, unit, is } = definitionOf(number);
  return (
    <Sheet label={title} onClose={onClose}>
      <Heading level={2}>{title}</Heading>
      <View className="stack-3" data-testid="definition">
        {is}
      </View>
      <View className="sm t3 stack-2">
        {unit && `单位：${unit}。`}定义 {DEFINITIONS_VERSION}，下载的表里也印着。
      </View>
      <Button kind="plain" className="stack-4" onTap={onClose} testId="definition-done">
        好了
      </Button>
    </Sheet>
  );
}
