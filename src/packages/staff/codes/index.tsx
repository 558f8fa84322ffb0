import { View } from '@tarojs/components';
import { useCallback, useEffect, useState } from 'react';
import type { BatchCard, SectionCard } from '../../../../domain/api';
import { CodeImage } from '../../../features/link/code-image';
import { askForCode, type AskedCode, type CodeOf } from '../../../features/link/use-code';
import { batchOf } from '../../../app/known/catalog';
import { timesOf, sectionTitle } from '../../../app/words';
import { Desk } from '../../../app/desk/desk';
import { useParameters } from '../../../app/way/use-parameters';
import { Button } from '../../../ui/button';
import { Heading } from '../../../ui/heading';
import './index.scss';
import { canPrint, print } from './print';
import { Answered } from '../../../app/page/answered';

/** The codes of a batch and of all its classes on one sheet, to be printed and cut. */
export default function Codes() {
  const { batchId = '' } = useParameters('codes');
  return (
    <Desk title="小程序码" at="batch" within testId="staff-codes">
      <Answered to={batchOf(batchId)}>
        {({ batch, sections }) => <CodeSheets batch={batch} sections={sections} />}
      </Answered>
    </Desk>
  );
}

interface Card {
  key: string;
  title: string;
  text: string;
  of: CodeOf;
}

function CodeSheets({ batch, sections }: { batch: BatchCard; sections: SectionCard[] }) {
  const cards: Card[] = [
    { key: batch.batchId, title: batch.title, text: '整期的班', of: { to: 'batch', batchId: batch.batchId } },
    ...sections
      .filter(one => one.cancelledAt === null)
      .map((one): Card => ({
        key: one.sectionId,
        title: sectionTitle(one),
        text: [timesOf(one), one.place].filter(Boolean).join('，'),
        of: { to: 'section', sectionId: one.sectionId },
      })),
  ];
  const { codes, ask } = useInTurn(cards);
  return (
    <>
      <Heading level={1}>{batch.title}的小程序码</Heading>
      <View className="t2 stack-2 codes__say">
        扫了就打开那个班。一直有效，可以贴在楼里、发在群里。教室门口签到用的码，在考勤里每次课的页上。
      </View>
      {canPrint && (
        <Button kind="ink" size="small" className="stack-3 codes__print" onTap={print} testId="print-codes">
          打印
        </Button>
      )}
      <View className="codes">
        {cards.map(card => (
          <View key={card.key} className="codes__card" data-testid="code-card">
            <CodeImage code={codes[card.key] ?? {}} label={`${card.title}的小程序码`} again={() => ask([card])} />
            <Heading level={3} className="center stack-3">
              {card.title}
            </Heading>
            <View className="sm t3 center">{card.text}</View>
          </View>
        ))}
      </View>
    </>
  );
}

/**
 * Fetches one code after the other, because WeChat draws 5,000 a minute for everybody and a first sheet may have 76.
 */
function useInTurn(cards: Card[]) {
  const [codes, setCodes] = useState<Record<string, AskedCode>>({});
  const ask = useCallback((some: Card[], here: () => boolean = () => true) => {
    void (async () => {
      for (const { key, of } of some) {
        if (!here()) return;
        setCodes(all => ({ ...all, [key]: {} }));
        const code = await askForCode(of);
        if (here()) setCodes(all => ({ ...all, [key]: code }));
      }
    })();
  }, []);
  const keys = cards.map(card => card.key).join(' ');
  useEffect(() => {
    let here = true;
    ask(cards, () => here);
    return () => void (here = false);
    // The cards are new objects in each answer, so their keys tell whether they are different.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [keys, ask]);
  return { codes, ask };
}
