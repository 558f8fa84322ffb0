import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import type { StaffWish, WishDetail } from '../../../../domain/api';
import { suggestionWords } from '../../../../domain/wish/suggestion-words';
import { slotWords } from '../../../../domain/wish/said';
import { LONG_CALL_MS, call } from '../../../app/call/call';
import { Loading } from '../../../app/page/states';
import { useAct } from '../../../app/act/use-act';
import { go } from '../../../app/way/go';
import { Button } from '../../../ui/button';
import { Fact } from '../../../ui/fact';
import { Heading } from '../../../ui/heading';
import { Fault } from '../../../ui/notice';
import { Row } from '../../../ui/row';
import { Sheet } from '../../../ui/sheet';
import { AnswerSheet, HideSheet, MergeSheet, TakeSheet } from './act-sheets';

interface WishSheetsProps {
  wishId: string;
  others: StaffWish[];
  onChanged: () => void;
  onClose: () => void;
}

type Doing = 'look' | 'answer' | 'take' | 'merge' | 'hide';

/** One wish, and the sheets for each act on it. */
export function WishSheets({ wishId, others, onChanged, onClose }: WishSheetsProps) {
  const [detail, setDetail] = useState<WishDetail>();
  const [failed, fail] = useState<string>();
  const [doing, doIt] = useState<Doing>('look');
  const [round, setRound] = useState(0);
  useEffect(() => {
    let current = true;
    void call('wish.look', { wishId }, { timeoutMs: LONG_CALL_MS }).then(answer => {
      if (!current) return;
      if (answer.ok) setDetail(answer.data);
      else fail(`${answer.message}。`);
    });
    return () => {
      current = false;
    };
  }, [wishId, round]);

  const done = () => {
    onChanged();
    onClose();
  };
  const stay = () => doIt('look');
  if (detail && doing === 'answer') return <AnswerSheet detail={detail} onDone={done} onClose={stay} />;
  if (detail && doing === 'take') return <TakeSheet detail={detail} onDone={done} onClose={stay} />;
  if (detail && doing === 'merge') return <MergeSheet detail={detail} others={others} onDone={done} onClose={stay} />;
  if (detail && doing === 'hide') return <HideSheet detail={detail} onDone={done} onClose={stay} />;
  return (
    <Sheet label={detail?.wish.title ?? '愿望'} onClose={onClose}>
      {!detail && !failed && <Loading />}
      <Fault says={failed} />
      {detail && (
        <Look
          detail={detail}
          onDo={doIt}
          onChanged={() => {
            onChanged();
            setRound(round + 1);
          }}
          onDone={done}
        />
      )}
    </Sheet>
  );
}

interface LookProps {
  detail: WishDetail;
  onDo: (what: Doing) => void;
  onChanged: () => void;
  onDone: () => void;
}

function Look({ detail, onDo, onChanged, onDone }: LookProps) {
  const { wish, hours, suggestion, merged } = detail;
  const passing = useAct('wish.pass');
  const parting = useAct('wish.unmerge');
  const { wishId, revision } = wish;
  return (
    <>
      <Heading level={2}>{wish.title}</Heading>
      <View className="t2 num stack-2">{suggestionWords(suggestion)}</View>
      <View className="stack-3">
        {wish.why && <Fact name="原话">{wish.why}</Fact>}
        {hours.length > 0 && (
          <Fact name="方便">
            {hours
              .slice(0, 4)
              .map(({ slot, people }) => `${slotWords(slot)} ${people} 人`)
              .join('，')}
          </Fact>
        )}
        {wish.answer && <Fact name="答复">{wish.answer.text}</Fact>}
      </View>
      {merged.map(one => (
        <Row
          key={one.wishId}
          end={
            <Button
              kind="ink"
              size="row"
              disabled={parting.state.busy}
              onTap={() => void parting.act({ wishId: one.wishId }, onChanged)}
              testId={`unmerge-${one.wishId}`}
            >
              分出来
            </Button>
          }
        >
          <View>并入的：{one.title}</View>
          <View className="sm t3 num">{one.voiceCount} 人</View>
        </Row>
      ))}
      <Fault says={passing.state.message ?? parting.state.message} />
      {wish.state === 'held' ? (
        <Button
          kind="go"
          className="stack-4"
          busy={passing.state.busy}
          onTap={() => void passing.act({ wishId, revision }, onDone)}
          testId="wish-pass"
        >
          课名可以，给大家看
        </Button>
      ) : (
        <>
          <Button kind="go" className="stack-4" onTap={() => onDo('answer')} testId="wish-answer">
            {wish.answer ? '改答复' : '答复'}
          </Button>
          <Button kind="ink" className="stack-2" onTap={() => onDo('take')} testId="wish-take">
            放进一期
          </Button>
          <Button kind="ink" className="stack-2" role="link" onTap={() => go.menuDesk({ wishId })} testId="wish-menu">
            从菜单里挑
          </Button>
          <Button kind="ink" className="stack-2" onTap={() => onDo('merge')} testId="wish-merge">
            并入别的愿望
          </Button>
        </>
      )}
      <Button kind="plain" className="stack-2" onTap={() => onDo('hide')} testId="wish-hide">
        收起
      </Button>
    </>
  );
}
