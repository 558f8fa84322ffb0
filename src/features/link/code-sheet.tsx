import { View } from '@tarojs/components';
import { useState } from 'react';
import { CodeImage } from './code-image';
import { KEEP_WORD, keepPicture, type Kept } from '../../app/files/keep-picture';
import { keptWords } from '../../app/files/kept';
import { told } from '../../ui/a11y';
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
  const [kept, setKept] = useState<Kept>();
  const keep = async () => setKept(code.source ? await keepPicture(code.source, `${title}-小程序码`) : undefined);
  return (
    <Sheet label={title} onClose={onClose}>
      <Heading level={2} className="center">
        {title}
      </Heading>
      <View className="t2 sm center stack-2">{text}</View>
      <View className="stack-4">
        <CodeImage code={code} label={`${title}的小程序码`} again={again} />
      </View>
      {kept && (
        <View className="sm center stack-3" {...told({ live: 'polite' })} data-testid="code-kept">
          {keptWords(kept)}
        </View>
      )}
      <Button kind="go" className="stack-4" disabled={!code.source} onTap={() => void keep()} testId="keep-code">
        {KEEP_WORD}
      </Button>
      <Button kind="plain" className="stack-2" onTap={onClose}>
        好了
      </Button>
    </Sheet>
  );
}
