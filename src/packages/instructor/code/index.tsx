import { Text, View } from '@tarojs/components';
import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { RollView } from '../../../../domain/api';
import { kindWords } from '../../../../domain/batch/kind-words';
import { means } from '../../../../domain/base/fate';
import { SECOND } from '../../../../domain/base/clock';
import { rollOpensAt } from '../../../../domain/lesson/roll-times';
import { serverClock } from '../../../app/clock/server-clock';
import { go } from '../../../app/way/go';
import { DoorCode } from '../../../features/link/door-code';
import { told } from '../../../ui/a11y';
import { Cast } from '../../../ui/cast';
import { Coping } from '../../../ui/coping';
import { Page } from '../../../app/page/page';
import { Shown } from '../../../app/page/states';
import { Tap } from '../../../ui/tap';
import { CALM_MS, useServerNow } from '../../../app/clock/use-now';
import { useShown } from '../../../app/page/use-shown';
import { sectionTitle, whenText } from '../../../app/words';
import { useParameters } from '../../../app/way/use-parameters';
import { useBox, type Outgoing } from '../../../features/roll/outbox';
import { useRollKeeping } from '../../../features/roll/use-sending';
import { rollRows, sumsOf } from '../../../features/roll/rows';
import { unsentText } from '../../../features/roll/saved';
import { lessonKey, lookAtRoll, rollOf } from '../../../features/roll/rolls';
import { ArrivedOnTheWall, Arrivals } from './arrivals';
import { stayAwake } from './awake';
import './index.scss';
import { CodePanel } from './panel';
import { RoomPlace } from './room-place';
import { useCode } from './use-code';

const LOOK_MS = 3 * SECOND;

/** 签到码: the code that people scan, which changes every ten seconds, and the people who have checked in. */
export default function CheckInCode() {
  const { sectionId = '', lessonIndex = '0' } = useParameters('code');
  const key = lessonKey({ sectionId, lessonIndex: Number(lessonIndex) });
  const shown = useShown();
  useRollKeeping(key, shown, LOOK_MS);
  useEffect(() => (shown ? stayAwake() : undefined), [shown]);
  const asked = useStore(rollOf(key).store);
  const now = useServerNow(shown && !asked.data, CALM_MS);
  const [door, setDoor] = useState(false);
  return (
    <Page
      title="签到码"
      testId="check-in-code"
      wall
      wide
      over={
        door &&
        asked.data && (
          <DoorCode section={asked.data.section} lessonIndex={asked.data.lessonIndex} onClose={() => setDoor(false)} />
        )
      }
    >
      <View className="code">
        <Coping />
        {asked.data ? (
          <Code view={asked.data} codeKey={key} shown={shown} onDoor={() => setDoor(true)} />
        ) : (
          <View className="code__asked">
            <Shown asked={asked} now={now} again={() => void lookAtRoll(key)}>
              {() => null}
            </Shown>
          </View>
        )}
      </View>
    </Page>
  );
}

interface CodeProps {
  view: RollView;
  codeKey: string;
  shown: boolean;
  onDoor: () => void;
}

function Code({ view, codeKey, shown, onDoor }: CodeProps) {
  const now = useServerNow(shown);
  const { section, lessonIndex } = view;
  const lesson = section.lessons[lessonIndex];
  const { asked, code } = useCode(codeKey, shown, now, lesson?.endsAt ?? 0);
  const box = useBox(codeKey);
  const rows = useMemo(() => rollRows(view, box?.marks ?? []), [view, box?.marks]);
  const sums = sumsOf(rows);
  const over = !lesson || now >= lesson.endsAt || view.closedAt !== null;
  const [cast, setCast] = useState(false);
  const head = (
    <>
      <View className="code__title">{sectionTitle(section)}</View>
      <View className="num">
        {kindWords(section).lesson(lessonIndex)}，{lesson ? whenText(lesson.startsAt, now) : ''}
      </View>
    </>
  );
  const come = (
    <View className="code__come num" data-testid="come" {...told({ live: 'polite' })}>
      <Text className="code__count">{sums.present + sums.late}</Text>
      <Text> / {sums.expected} 人已签到</Text>
    </View>
  );
  if (cast && code && !over)
    return (
      <Cast label="签到码投屏" className="code__cast" onClose={() => setCast(false)}>
        <View className="code__body">
          {head}
          <CodePanel code={code} />
          {come}
          <ArrivedOnTheWall rows={rows} />
        </View>
      </Cast>
    );
  return (
    <View className="code__body">
      {head}
      {code && !over ? (
        <CodePanel code={code} />
      ) : (
        <View className="code__none" data-testid="no-code" {...told({ live: 'polite' })}>
          {over ? '签到已经结束。没签上的可以补点名。' : noCode(asked, lesson && whenText(rollOpensAt(lesson), now))}
        </View>
      )}
      {code && serverClock.errorMs() === undefined && (
        <View className="code__warn sm">没有连上网，手机的时间要准，扫出来才有效。</View>
      )}
      {come}
      <Unsent box={box} />
      <Tap className="btn code__roll" onTap={() => go.roll(section.sectionId, lessonIndex)} testId="to-roll">
        改用点名
      </Tap>
      {code && !over && (
        <Tap className="code__place" onTap={() => setCast(true)} testId="cast-code">
          投屏
        </Tap>
      )}
      {!over && (
        <Tap className="code__place" onTap={onDoor} testId="door-code">
          教室门口贴的码
        </Tap>
      )}
      {process.env.HG_PLACE === '1' && code && !over && <RoomPlace codeKey={codeKey} />}
      <Arrivals view={view} rows={rows} />
    </View>
  );
}

/** Why there is no code, and from when there will be one. */
function noCode({ failed, data }: ReturnType<typeof useCode>['asked'], opens: string | undefined): string {
  if (!failed) return data ? '正在换新的签到码' : '正在准备签到码';
  if (failed.code === 'ROLL_NOT_YET') return `还没到签到的时候，${opens ?? '上课前 30 分钟'} 起出示。`;
  if (means(failed, 'silent'))
    return data
      ? '手机里的签到码用完了，连上网就接着换。现在可以改用点名。'
      : '没有网，拿不到签到码。现在可以改用点名。';
  return `${failed.message}。`;
}

function Unsent({ box }: { box: Outgoing | undefined }) {
  if (!box || !box.stuck || box.marks.length === 0) return null;
  return (
    <View className="code__warn sm" data-testid="code-unsent">
      {unsentText(box.marks.length)}
    </View>
  );
}
