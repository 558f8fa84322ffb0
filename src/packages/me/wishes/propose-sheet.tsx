import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import type { WishCard } from '../../../../domain/api';
import { LENGTH } from '../../../../domain/bounds';
import { areSlots } from '../../../../domain/wish/slots';
import type { Slot } from '../../../../domain/wish/wish';
import { useAct } from '../../../app/act/use-act';
import { call } from '../../../app/call/call';
import { go } from '../../../app/way/go';
import { told } from '../../../ui/a11y';
import { ActSheet } from '../../../ui/act-sheet';
import { Button } from '../../../ui/button';
import { Field } from '../../../ui/field';
import { Row } from '../../../ui/row';
import { TextArea } from '../../../ui/text-area';
import { Hours } from '../../../features/wish/hours';

/** Similar wishes are asked for when nothing was typed for so long. */
const STILL_MS = 400;

interface ProposeProps {
  onJoin: (wish: WishCard) => void;
  /** `held`: staff look at the title first. */
  onDone: (held: boolean) => void;
  onClose: () => void;
}

/** 提一门课: its title, with similar ones while it is typed, when I could come, and a word to staff. */
export function ProposeSheet({ onJoin, onDone, onClose }: ProposeProps) {
  const [title, setTitle] = useState('');
  const [when, setWhen] = useState<Slot[]>([]);
  const [why, setWhy] = useState('');
  const [faults, setFaults] = useState<Partial<Record<'title' | 'when', string>>>({});
  const [needsProfile, setNeedsProfile] = useState(false);
  const similar = useSimilar(title.trim());
  const { state, act } = useAct('wish.propose');

  const send = () => {
    const bad = {
      ...(title.trim().length < 2 ? { title: '课名写 2 到 20 个字' } : {}),
      ...(areSlots(when) ? {} : { when: '请选 1 到 3 个方便的时间' }),
    };
    setFaults(bad);
    if (Object.keys(bad).length > 0) return;
    void act(
      { title: title.trim(), why: why.trim(), when, remind: true },
      ({ held }) => onDone(held),
      answer => {
        if (answer.code === 'BAD_WISH' && answer.details.fields.includes('title')) {
          setFaults({ title: '课名写 2 到 20 个字，不要写电话号码' });
        }
        setNeedsProfile(answer.code === 'PROFILE_MISSING');
        return answer.code === 'PROFILE_MISSING' ? '先填好姓名、手机和单位，再来提。' : `${answer.message}。`;
      },
    );
  };

  return (
    <ActSheet
      title="提一门课"
      text="工会 15 天内答复。别人只看到课名和人数，看不到是谁提的。"
      state={state}
      label="提给工会"
      busyLabel="正在提"
      insteadLabel="先不提"
      onAct={send}
      onClose={onClose}
      testId="propose-send"
      foot={
        needsProfile && (
          <Button kind="ink" className="stack-2" onTap={() => go.profile()} testId="propose-profile">
            去填资料
          </Button>
        )
      }
    >
      <Field
        name="课名"
        value={title}
        onInput={setTitle}
        example="例如 手机短视频剪辑"
        maxLength={LENGTH.wishTitle}
        fault={faults.title}
        testId="propose-title"
      />
      {similar.length > 0 && (
        <View className="similar" {...told({ live: 'polite' })} data-testid="similar">
          <View className="sm t2">已经有人想学，点一下就算您一份：</View>
          {similar.map(wish => (
            <Row key={wish.wishId} onTap={() => onJoin(wish)} testId={`similar-${wish.wishId}`}>
              <View>{wish.title}</View>
              <View className="sm t3 num">{wish.voiceCount} 人想学</View>
            </Row>
          ))}
        </View>
      )}
      <Hours value={when} onChange={setWhen} fault={faults.when} />
      <TextArea
        name="写给工会（可以不写）"
        hint="只有工会看得到，看不到是谁写的"
        value={why}
        onInput={setWhy}
        example="例如 单位要做宣传，想学拍和剪"
        maxLength={LENGTH.wishWhy}
        size="small"
        testId="propose-why"
      />
    </ActSheet>
  );
}

/** Wishes that may be the same. A failure shows none, because proposing works without them. */
function useSimilar(title: string): WishCard[] {
  const [found, setFound] = useState<WishCard[]>([]);
  useEffect(() => {
    let current = true;
    if (title.length < 2) {
      setFound([]);
      return;
    }
    const timer = setTimeout(() => {
      void call('wish.similar', { title }).then(answer => {
        if (current && answer.ok) setFound(answer.data.wishes);
      });
    }, STILL_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [title]);
  return found;
}
