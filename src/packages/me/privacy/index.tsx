import { View } from '@tarojs/components';
import { useState } from 'react';
import { ASKED } from '../../../../domain/privacy/asked';
import type { Holding } from '../../../../domain/base/collection';
import { COLLECTIONS } from '../../../../domain/collections';
import { openContract } from '../../../app/privacy/platform';
import { go } from '../../../app/way/go';
import { Door } from '../../../ui/door';
import { Heading, GroupHead } from '../../../ui/heading';
import { Notice } from '../../../ui/notice';
import { Row } from '../../../ui/row';
import { Fact } from '../../../ui/fact';
import { Page } from '../../../app/page/page';
import './index.scss';

const HELD = Object.values(COLLECTIONS).flatMap(({ holds }): Holding[] => (holds ? [holds] : []));
/** The permissions that this build asks for. Positions are a build flag. */
const ASKED_HERE = Object.entries(ASKED)
  .filter(([name]) => name !== 'getLocation' || process.env.HG_PLACE === '1')
  .map(([, one]) => one);
/** Only WeChat can open its own text. */
const inWechat = process.env.TARO_ENV === 'weapp';

/** Says what is kept about people. It reads the same declaration by which the nightly job cleans up. */
export default function Privacy() {
  const [unopened, setUnopened] = useState(false);
  const [open, setOpen] = useState<string>();
  return (
    <Page title="隐私说明" testId="privacy">
      <View className="card pad">
        <Heading level={2}>三句话</Heading>
        <View className="stack-2">随便看看什么都不用给。报名才要姓名、手机和单位，只用来报名、上课、联系您。</View>
        <View className="stack-2">别的学员看不到您的资料；老师看不到完整的手机号。</View>
        <View className="stack-2">您随时可以看自己的数据，导出，或者全部删除。</View>
      </View>
      <View className="card privacy__doors">
        <Door label="我的数据" text="看、导出、删除" onTap={go.myData} testId="door-data" />
        {inWechat && (
          <Door
            label="微信里的隐私保护指引"
            text="工会向微信登记的那一份"
            onTap={() => void openContract().then(opened => setUnopened(!opened))}
            testId="door-contract"
          />
        )}
      </View>
      {unopened && (
        <Notice className="stack-3" live="polite" kind="soon">
          这一份暂时打不开，下面写的是同样的内容。
        </Notice>
      )}
      <GroupHead>用到时才问</GroupHead>
      <View className="card pad">
        {ASKED_HERE.map(({ title, why, without }) => (
          <View key={title} className="privacy__one">
            <View className="b">{title}</View>
            <View>{why}。</View>
            <View className="t3 sm">不同意：{without}。</View>
          </View>
        ))}
      </View>
      <GroupHead>记了什么，留多久</GroupHead>
      <View className="card privacy__held">
        {HELD.map(held => (
          <Held
            key={held.title}
            held={held}
            open={open === held.title}
            onTap={() => setOpen(open === held.title ? undefined : held.title)}
          />
        ))}
      </View>
    </Page>
  );
}

/** One thing that is kept: its name and for how long. A tap shows the rest. */
function Held({ held, open, onTap }: { held: Holding; open: boolean; onTap: () => void }) {
  const { title, what, why, seenBy, kept, erased } = held;
  return (
    <View className="privacy__one-held">
      <Row pressed={open} label={title} onTap={onTap} testId={`held-${title}`}>
        <View>{title}</View>
        <View className="sm t3">留多久：{kept}</View>
      </Row>
      {open && (
        <View className="privacy__facts" data-testid="held-facts">
          <Fact name="内容">{what}</Fact>
          <Fact name="用途">{why}</Fact>
          <Fact name="谁看">{seenBy}</Fact>
          <Fact name="您删除后">{erased}</Fact>
        </View>
      )}
    </View>
  );
}
