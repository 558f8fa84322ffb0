import { View } from '@tarojs/components';
import { useMemo } from 'react';
import type { CodePicture, MyCertificate, MyProgress } from '../../../../domain/api';
import { dateText } from '../../../../domain/base/clock';
import { factsOf } from '../../../../domain/certificate/facts';
import { useDoing } from '../../../app/act/use-doing';
import { askUntilKnown } from '../../../app/call/ask-until-known';
import { CALM_MS, useServerNow } from '../../../app/clock/use-now';
import { KeepButton } from '../../../app/files/keep-button';
import { painted, usePainted, type Painted } from '../../../app/files/use-painted';
import { questions } from '../../../app/memory/asked';
import { useAsked } from '../../../app/memory/use-asked';
import { Page } from '../../../app/page/page';
import { Empty, Shown } from '../../../app/page/states';
import { useShown } from '../../../app/page/use-shown';
import { go } from '../../../app/way/go';
import { useParameters } from '../../../app/way/use-parameters';
import { told } from '../../../ui/a11y';
import { Button } from '../../../ui/button';
import { Fact } from '../../../ui/fact';
import { Heading } from '../../../ui/heading';
import { Notice } from '../../../ui/notice';
import { Picture } from '../../../ui/picture';
import { Submit } from '../../../ui/submit';
import { certificateLayout, CODE_IMAGE } from './layout';
import './index.scss';

const progressOf = questions('certificate.ofClass', sectionId => ({ sectionId }));

/** 结课证明 of one class: how far I am, the button that takes it, and the picture to keep. */
export default function CertificatePage() {
  const { sectionId = '' } = useParameters('certificate');
  const now = useServerNow(useShown(), CALM_MS);
  const question = progressOf(sectionId);
  const asked = useAsked(question);
  return (
    <Page title="结课证明" testId="certificate">
      <Shown asked={asked} now={now} again={() => void question.ask()}>
        {progress =>
          progress.certificate ? (
            <Taken certificate={progress.certificate} />
          ) : (
            <Underway progress={progress} sectionId={sectionId} onTaken={() => void question.ask()} />
          )
        }
      </Shown>
    </Page>
  );
}

function Underway({ progress, sectionId, onTaken }: { progress: MyProgress; sectionId: string; onTaken: () => void }) {
  const { state, run } = useDoing();
  const { came, needed, held, closed, hours } = progress;
  const take = async () => {
    const answer = await askUntilKnown('certificate.take', { sectionId });
    if (!answer.ok) return answer.message;
    return onTaken();
  };
  if (progress.state === 'off' || progress.state === 'calledOff')
    return (
      <Empty
        title="这个班不发结课证明"
        text={progress.state === 'off' ? '来上过几次课，在“我的班”里看得到' : '这个班取消了'}
        action={{ label: '看我的课', onTap: go.mine }}
        testId="no-certificate"
      />
    );
  return (
    <>
      <Heading level={1} testId="certificate-progress">
        {progress.state === 'reached' ? '可以领结课证明了' : `来了 ${came} 次，满 ${needed} 次能领`}
      </Heading>
      <View className="progress" {...told({ hidden: true })}>
        <View className="progress__done" style={{ transform: `scaleX(${held > 0 ? came / held : 0})` }} />
        <View className="progress__need" style={{ left: `${held > 0 ? (needed / held) * 100 : 0}%` }} />
      </View>
      <View className="card pad stack-4">
        <Fact name="来了">
          {came} 次，一共 {held} 次课
        </Fact>
        <Fact name="学时">{hours} 学时</Fact>
        <Fact name="要求">至少来 {needed} 次；迟到也算来，请假不算</Fact>
      </View>
      {progress.state === 'running' && (
        <Notice kind="quiet" className="stack-4">
          还有 {held - closed} 次课没上完或没确认考勤，全部确认以后在这里领。
        </Notice>
      )}
      {progress.state === 'short' && (
        <Notice kind="soon" className="stack-4">
          还差 {needed - came} 次，这个班的课已经上完。点名有误，可以到“缺课”里申诉，或给工会打电话。
        </Notice>
      )}
      {progress.state === 'reached' && (
        <Submit state={state} label="领取" busyLabel="正在领" onTap={() => void run(take)} testId="take-certificate" />
      )}
    </>
  );
}

/** WeChat draws it anew at each question, so a phone that has it keeps it. */
const codeOf = questions('certificate.code', sectionId => ({ sectionId }));

interface Whole {
  certificate: MyCertificate;
  code: CodePicture | undefined;
}

const paint = ({ certificate, code }: Whole): Promise<Painted> =>
  painted(certificateLayout(certificate, code !== undefined), code && { [CODE_IMAGE]: code });

/** The picture, first without its mini-program code, then with it. Without one the number on it is as good. */
function Taken({ certificate }: { certificate: MyCertificate }) {
  const question = codeOf(certificate.sectionId);
  const { data: code, failed } = useAsked(question, { freshForMs: Infinity });
  const whole = useMemo(() => ({ certificate, code }), [certificate, code]);
  const { made, source } = usePainted(whole, paint);
  return (
    <>
      {certificate.revoked && (
        <Notice kind="danger" testId="certificate-revoked">
          {dateText(certificate.revoked.at)} 已撤销：{certificate.revoked.reason}
        </Notice>
      )}
      {made && 'source' in made ? (
        <View className="certificate__paper">
          <Picture {...made} label="结课证明的图片，内容在下面" />
        </View>
      ) : (
        <Notice kind={made ? 'soon' : 'quiet'}>
          {made ? '这部手机没能画出图片，内容在下面，可以截屏。' : '正在画证明'}
        </Notice>
      )}
      {source && !code && failed && (
        <Notice kind="soon" className="stack-3" live="polite" testId="no-scan-code">
          小程序码这会儿没取到，图上只有编号，一样能核对。
          <Button kind="link" onTap={() => void question.ask()} testId="scan-code-again">
            再取一次
          </Button>
        </Notice>
      )}
      {source && <KeepButton source={source} name={`${certificate.title}-结课证明`} testId="certificate" />}
      <View className="card pad stack-4" data-testid="certificate-facts">
        {factsOf(certificate, certificate.name).map(([label, text]) => (
          <Fact key={label} name={label}>
            {text}
          </Fact>
        ))}
      </View>
      <Button kind="plain" onTap={() => go.checkCertificate(certificate.code)} role="link" testId="check-mine">
        别人核对时看到什么
      </Button>
    </>
  );
}
