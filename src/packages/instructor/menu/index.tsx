import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Ask, MyMenuItem } from '../../../../domain/api';
import { useAsked } from '../../../app/memory/use-asked';
import { CALM_MS, useServerNow } from '../../../app/clock/use-now';
import { Page } from '../../../app/page/page';
import { Empty, Shown } from '../../../app/page/states';
import { useShown } from '../../../app/page/use-shown';
import { useParameters } from '../../../app/way/use-parameters';
import { asks, myMenu } from '../../../features/menu/known';
import { Button } from '../../../ui/button';
import { Heading } from '../../../ui/heading';
import { Notice } from '../../../ui/notice';
import { Tabs } from '../../../ui/tabs';
import { AnswerSheet } from './answer-sheet';
import { AskCard } from './ask-card';
import './index.scss';
import { ItemCard } from './item-card';
import { ItemSheet } from './item-sheet';

type Doing = { sheet: 'answer'; ask: Ask; yes: boolean } | { sheet: 'item'; item: MyMenuItem | undefined };

/** 有人问 and 我的菜单: classes that the union asks me about, and the courses that I offer to it. */
export default function Menu() {
  const { at } = useParameters('menu');
  const shown = useShown();
  const now = useServerNow(shown, CALM_MS);
  const asked = useAsked(asks);
  const mine = useAsked(myMenu);
  const [tab, setTab] = useState(at === 'items' ? 'items' : 'asks');
  const [doing, doIt] = useState<Doing>();
  const [said, say] = useState<string>();
  const open = asked.data?.asks.filter(one => one.answer === null).length ?? 0;
  const author = mine.data?.author;

  const close = (words?: string) => {
    doIt(undefined);
    say(words);
  };
  const over =
    doing?.sheet === 'answer' ? (
      <AnswerSheet
        ask={doing.ask}
        yes={doing.yes}
        onDone={words => {
          close(words);
          void asks.ask();
        }}
        onChanged={() => void asks.ask()}
        onClose={() => close()}
      />
    ) : (
      doing &&
      author && (
        <ItemSheet
          item={doing.item}
          author={author}
          onDone={() => {
            close(doing.item ? '改好了，工会看到的是新的。' : '写上了，工会排课时看得到。');
            void myMenu.ask();
          }}
          onClose={() => close()}
        />
      )
    );

  return (
    <Page
      title="菜单和承办"
      testId="menu"
      over={over}
      dock={
        tab === 'items' &&
        author && (
          <Button kind="go" onTap={() => doIt({ sheet: 'item', item: undefined })} testId="add-item">
            添一门课
          </Button>
        )
      }
    >
      <Heading level={1}>菜单和承办</Heading>
      <View className="t2 stack-2">能办什么课，写给工会；工会排了您的班，会先在这里问一声。</View>
      {said && (
        <Notice kind="wait" className="stack-3" live="polite" testId="menu-said">
          {said}
        </Notice>
      )}
      <View className="stack-4">
        <Tabs
          label="看哪些"
          value={tab}
          options={[
            ['asks', open > 0 ? `有人问（${open}）` : '有人问'],
            ['items', '我的菜单'],
          ]}
          onChoose={setTab}
          testId="menu-tab"
        />
      </View>
      {tab === 'asks' ? (
        <Shown asked={asked} now={now} again={() => void asks.ask()}>
          {data =>
            data.asks.length === 0 ? (
              <Empty
                title="现在没有人问"
                text="工会排了您的班、想先问一声，会在这里，也会给您发通知"
                testId="no-asks"
              />
            ) : (
              <>
                {data.asks.map(ask => (
                  <AskCard
                    key={`${ask.draftId} ${ask.key}`}
                    ask={ask}
                    now={now}
                    onAnswer={yes => doIt({ sheet: 'answer', ask, yes })}
                  />
                ))}
              </>
            )
          }
        </Shown>
      ) : (
        <Shown asked={mine} now={now} again={() => void myMenu.ask()}>
          {data =>
            data.items.length === 0 ? (
              <Empty title="菜单还是空的" text="能办什么课、多少人、什么时候方便，点下面“添一门课”" testId="no-items" />
            ) : (
              <>
                {data.items.map(item => (
                  <ItemCard key={item.menuId} item={item} onEdit={() => doIt({ sheet: 'item', item })} />
                ))}
              </>
            )
          }
        </Shown>
      )}
    </Page>
  );
}
