import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '../../../ui/button';
import { Heading } from '../../../ui/heading';
import { DownloadButton } from './download-button';
import type { WholeSpan } from './known';
import { PictureSheet } from './picture-sheet';
import { SignSheet } from './sign-sheet';

/** The paragraph as unions write it, and what can be done with the numbers. */
export function TextCard({ whole }: { whole: WholeSpan }) {
  const { span, said } = whole;
  // A sheet keeps the numbers with which it was opened.
  const [open, setOpen] = useState<{ sheet: 'picture' | 'sign'; whole: WholeSpan }>();
  const [copied, setCopied] = useState(false);
  const copy = () => void Taro.setClipboardData({ data: said.text }).then(() => setCopied(true));
  return (
    <View className="card pad figures__card">
      <Heading level={3}>可以直接用的一段话</Heading>
      <View className="figures__text num stack-2" data-testid="report-text">
        {said.text}
      </View>
      <View className="figures__acts">
        <Button kind="ink" size="small" onTap={copy} testId="copy-text">
          {copied ? '已复制' : '复制文字'}
        </Button>
        <Button kind="ink" size="small" onTap={() => setOpen({ sheet: 'picture', whole })} testId="to-picture">
          存图片
        </Button>
        <DownloadButton of={{ ...span, reportId: null }} testId="download" />
        <Button kind="ink" size="small" onTap={() => setOpen({ sheet: 'sign', whole })} testId="to-sign">
          定稿
        </Button>
      </View>
      {open?.sheet === 'picture' && <PictureSheet whole={open.whole} onClose={() => setOpen(undefined)} />}
      {open?.sheet === 'sign' && <SignSheet whole={open.whole} onClose={() => setOpen(undefined)} />}
    </View>
  );
}
