import { View } from '@tarojs/components';
import { lessonTitle } from '../../../domain/batch/kind-words';
import type { SectionCard } from '../../../domain/api';
import { ByScene } from '../../features/link/by-scene';
import { told } from '../../ui/a11y';
import { Button } from '../../ui/button';
import { Heading } from '../../ui/heading';
import { Notice } from '../../ui/notice';
import { Page } from '../../app/page/page';
import { attendance, type LessonId } from '../../app/known/attendance';
import { mine } from '../../app/known/places';
import type { CheckInOutcome } from '../../features/lesson/check-in';
import { useServerNow } from '../../app/clock/use-now';
import { useShown } from '../../app/page/use-shown';
import { useParameters } from '../../app/way/use-parameters';
import './index.scss';
import { NotTaken } from './not-taken';
import { NumberEntry } from './number-entry';
import { PlaceSwitch } from './place-switch';
import { notNow, type LessonLeads } from './not-now';
import { Result } from './result';
import { canScan } from '../../features/lesson/scan';
import { TakenScreen } from './taken';
import { useCheckIn } from './use-check-in';

/** Checks in by a code that was scanned here, by one that WeChat or the camera opened, or by four digits. */
export default function CheckInPage() {
  const { scene } = useParameters('checkin');
  if (!scene) return <CheckIn />;
  return (
    <ByScene scene={scene} to="lesson" title="签到">
      {leads => <AtDoor leads={leads} />}
    </ByScene>
  );
}

/** For the card at the class room's door: which lesson it belongs to, and when one can check in. */
function AtDoor({ leads }: { leads: LessonLeads }) {
  const now = useServerNow(useShown());
  const not = notNow(leads, now);
  return not ? <Result {...not} /> : <CheckIn door={leads} />;
}

function CheckIn({ door }: { door?: LessonLeads }) {
  const { stage, typed, onType, onAgain, expected } = useCheckIn(
    door && { sectionId: door.section.sectionId, lessonIndex: door.lessonIndex },
  );
  if (stage.kind === 'answered') return <Answered outcome={stage.outcome} onAgain={onAgain} />;
  const sending = stage.kind === 'sending';
  if (sending && !typed) return <Sending slow={stage.slow} />;
  return (
    <Page
      title="签到"
      testId="check-in"
      dock={
        canScan && (
          <Button kind="go" disabled={sending} onTap={onAgain} testId="scan">
            扫码签到
          </Button>
        )
      }
    >
      <Heading level={1}>输入四位数字</Heading>
      <View className="t2 stack-2">老师手机上，码的下面。{door ? lessonName(door) : nameOf(expected)}</View>
      <NumberEntry
        value={typed}
        fault={stage.kind === 'entry' ? stage.fault : undefined}
        disabled={sending}
        onType={onType}
      />
      {sending ? (
        <Waiting slow={stage.slow} />
      ) : (
        <>
          {!canScan && <Notice kind="quiet">也可以用手机相机扫老师的码。</Notice>}
          {process.env.HG_PLACE === '1' && <PlaceSwitch />}
        </>
      )}
    </Page>
  );
}

const lessonName = ({ section, lessonIndex }: Pick<LessonLeads, 'section' | 'lessonIndex'>) =>
  `${lessonTitle(section, lessonIndex)}。`;

function nameOf(lesson: LessonId | undefined): string {
  const section = lesson && sectionKnown(lesson.sectionId);
  return section ? lessonName({ section, ...lesson }) : '';
}

function Sending({ slow }: { slow: boolean }) {
  return (
    <Page title="签到" testId="checking-in">
      <View className="result">
        <View className="result__mark result__mark--not">
          <View className="result__turn" />
        </View>
        <Waiting slow={slow} />
      </View>
    </Page>
  );
}

/** Never shows a success that the server has not confirmed. */
function Waiting({ slow }: { slow: boolean }) {
  return (
    <View className="center" {...told({ live: 'assertive' })}>
      <Heading level={2}>{slow ? '还没收到答复，正在查' : '正在签到'}</Heading>
      {slow && <View className="t2 stack-2">请别退出，也不用再扫。</View>}
    </View>
  );
}

function Answered({ outcome, onAgain }: { outcome: CheckInOutcome; onAgain: () => void }) {
  if (outcome.kind === 'in') return <TakenScreen taken={{ ...outcome.checkedIn, found: false }} />;
  if (outcome.kind !== 'found') return <NotTaken outcome={outcome} onAgain={onAgain} />;
  const { sectionId, lessonIndex, mark, guest } = outcome.lesson;
  return (
    <TakenScreen
      taken={{
        section: sectionKnown(sectionId),
        lessonIndex,
        state: mark?.state === 'late' ? 'late' : 'present',
        at: outcome.at,
        already: false,
        guest: guest !== null,
        found: true,
      }}
    />
  );
}

/** A class as this phone remembers it: one of mine, or one that lent me a seat. */
function sectionKnown(sectionId: string): SectionCard | undefined {
  const places = mine.store.getState().data?.places ?? [];
  const lent = attendance.store.getState().data?.lent ?? [];
  return [...places, ...lent].find(one => one.section.sectionId === sectionId)?.section;
}
