import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { askedBy, type Asked } from '../../../domain/privacy/asked';
import { go } from '../way/go';
import { openContract } from './platform';
import { answerPrivacy, useFirstPrivacyQuestion } from './questions';
import { AgreeButton } from './agree-button';
import { Sheet } from '../../ui/sheet';
import { Tap } from '../../ui/tap';
import { Button } from '../../ui/button';
import { Heading } from '../../ui/heading';

const SOMETHING: Asked = {
  title: '这一项信息',
  why: '这一步要用到它',
  without: '这一步做不了，别的都不受影响',
};

/**
 * Shown before WeChat hands out anything about the person. It says what is handed out, what for, and what still
 * works without it. A person who declines goes on. Only the next act that needs the data asks again.
 */
export function PrivacySheet() {
  const question = useFirstPrivacyQuestion();
  const [declined, setDeclined] = useState<Asked>();
  if (declined) return <Declined of={declined} onClose={() => setDeclined(undefined)} />;
  if (!question) return null;
  const asked = askedBy(question.referrer) ?? SOMETHING;
  const decline = () => {
    setDeclined(asked);
    answerPrivacy(false);
  };
  const read = async () => {
    if (await openContract()) return;
    decline();
    setDeclined(undefined);
    go.privacy();
  };
  return (
    <Sheet label={`要用到您的${asked.title}`} onClose={decline}>
      <View data-testid="privacy-sheet">
        <Heading level={1}>要用到您的{asked.title}</Heading>
        <View className="stack-3">{asked.why}。</View>
        <View className="t2 stack-2">不同意也可以：{asked.without}。</View>
        <Tap className="stack-3 text-link sm" role="link" onTap={() => void read()} testId="privacy-read">
          <Text>先看看隐私说明</Text>
        </Tap>
        <View className="stack-6">
          <AgreeButton label="同意" onAgree={() => answerPrivacy(true)} />
          <Button kind="plain" className="stack-2" onTap={decline} testId="privacy-decline">
            不同意
          </Button>
        </View>
      </View>
    </Sheet>
  );
}

function Declined({ of, onClose }: { of: Asked; onClose: () => void }) {
  return (
    <Sheet label="没有同意" onClose={onClose}>
      <View data-testid="privacy-declined">
        <Heading level={1}>好的，没有用{of.title}</Heading>
        <View className="stack-3">{of.without}。下次要用到时再问您。</View>
        <Button kind="ink" className="stack-6" onTap={onClose} testId="privacy-ok">
          知道了
        </Button>
      </View>
    </Sheet>
  );
}
