import { View } from '@tarojs/components';
import { useState } from 'react';
import type { OwnGroup } from '../../../../domain/api';
import { dateText, timeText } from '../../../../domain/base/clock';
import { call } from '../../../app/call/call';
import { useDoing } from '../../../app/act/use-doing';
import { handOver } from '../../../app/files/hand-over';
import { go } from '../../../app/way/go';
import { told } from '../../../ui/a11y';
import { Door } from '../../../ui/door';
import { Icon } from '../../../ui/icon';
import { Page } from '../../../app/page/page';
import { Empty } from '../../../app/page/states';
import { Submit } from '../../../ui/submit';
import { Tap } from '../../../ui/tap';
import { GroupHead } from '../../../ui/heading';
import { Notice } from '../../../ui/notice';
import { Fact } from '../../../ui/fact';
import { ownData } from '../../../features/privacy/own-data';
import './index.scss';
import { Answered } from '../../../app/page/answered';

/** 我的数据: everything that is kept about me. I can look at it, take it along, or delete it. */
export default function MyData() {
  const [open, setOpen] = useState<string>();
  return (
    <Page title="我的数据" testId="my-data">
      <Answered to={ownData}>
        {({ groups, erasingSince }) => (
          <>
            {erasingSince !== null && (
              <View className="own-data__erasing">
                <Notice kind="wait" testId="erasing">
                  正在删除，大约三分钟。删完以后这里就空了。
                </Notice>
              </View>
            )}
            {groups.length === 0 ? (
              <Empty title="这里没有您的数据" text="没有填过资料，也没有报过名" testId="no-data" />
            ) : (
              <>
                <View className="t2">工会记着的都在这里，点开看每一条。</View>
                <View className="t3 sm stack-2" data-testid="data-uncounted">
                  只有一样查不到是谁的，不在这里：没排上的人数统计，每人一个 8 位代号，只用来数人头，没有名字。
                </View>
                <View className="card own-data__groups">
                  {groups.map(group => (
                    <Group
                      key={group.key}
                      group={group}
                      open={open === group.key}
                      onTap={() => setOpen(open === group.key ? undefined : group.key)}
                    />
                  ))}
                </View>
                <Export />
              </>
            )}
            <GroupHead>不想留了</GroupHead>
            <View className="card">
              <Door label="删除我的资料" text="先告诉您会怎样，再由您决定" onTap={go.erase} testId="door-erase" />
            </View>
          </>
        )}
      </Answered>
    </Page>
  );
}

function Group({ group, open, onTap }: { group: OwnGroup; open: boolean; onTap: () => void }) {
  const { title, documents, kept, rows, hidden = 0 } = group;
  return (
    <View className="own-data__group">
      <Tap
        className="row door"
        pressed={open}
        label={`${title}，${documents} 份`}
        onTap={onTap}
        testId={`data-${group.key}`}
      >
        <View className="grow">
          <View>{title}</View>
          <View className="sm t3">留多久：{kept}</View>
        </View>
        <View className="num t2 own-data__count">{documents} 份</View>
        <Icon name="next" ink="ink-3" size={18} className={open ? 'own-data__turned' : ''} />
      </Tap>
      {open && (
        <View className="own-data__rows" data-testid="data-rows">
          {rows.map((row, i) => (
            <View key={i} className="own-data__row">
              {row.map(({ name, value }) => (
                <Fact key={name} name={name}>
                  {typeof value === 'number' ? `${dateText(value)} ${timeText(value)}` : value}
                </Fact>
              ))}
            </View>
          ))}
          {hidden > 0 && (
            <View className="sm t3 own-data__row" data-testid="data-hidden">
              这里是最近的 {rows.length} 条，更早的 {hidden} 条在导出的表格里。
            </View>
          )}
        </View>
      )}
    </View>
  );
}

/** The same, as a file. */
function Export() {
  const [done, setDone] = useState(false);
  const { state, run } = useDoing();
  const take = async () => {
    setDone(false);
    const made = await handOver(await call('export.mine', {}));
    return 'fault' in made ? made.fault : setDone(true);
  };
  return (
    <>
      <Submit
        state={state}
        label="导出成表格"
        busyLabel="正在做表格"
        onTap={() => void run(take)}
        testId="export-mine"
      />
      {done && (
        <View className="sm t3 stack-2" {...told({ live: 'polite' })} data-testid="exported">
          做好了，Excel 和 WPS 都能打开。里面有您的手机号，请收好。服务器上不留这份文件。
        </View>
      )}
    </>
  );
}
