import { View } from '@tarojs/components';
import { CodeImage } from './code-image';
import { KeepButton } from '../../app/files/keep-button';
import { Sheet } from '../../ui/sheet';
import { Button } from '../../ui/button';
import { Heading } from '../../ui/heading';
import { useCode, type CodeOf } from './use-code';

interface Props {
  of: CodeOf;
  title: string;
  /** What the code opens, in a sentence. */
  text: string;
  onClose: () => void;
}

/** One mini-program code: to look at, to scan from the screen, or to keep. */
export function CodeSheet({ of, title, text, onClose }: Props) {
  const { again, ...code } = useCode(of);
  return (
    <Sheet label={title} onClose={onClose}>
      <Heading level={2} className="center">
        {title}
      </Heading>
      <View className="t2 sm center stack-2">{text}</View>
      <View className="stack-4">
        <CodeImage code={code} label={`${title}的小程序码`} again={again} />
      </View>
      <KeepButton source={code.source} name={`${title}-小程序码`} testId="code" />
      <Button kind="plain" className="stack-2" onTap={onClose}>
        好了
      </Button>
    </Sheet>
  );
}
