import { Image, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import type { CodePicture, MyCertificate, MyProgress } from '../../../../domain/api';
import { dateText } from '../../../../domain/base/clock';
import { factsOf } from '../../../../domain/certificate/facts';
import { useDoing } from '../../../app/act/use-doing';
import { askUntilKnown } from '../../../app/call/ask-until-known';
import { call, LONG_CALL_MS } from '../../../app/call/call';
import { CALM_MS, useServerNow } from '../../../app/clock/use-now';
import { KEEP_WORD, keepPicture, type Kept } from '../../../app/files/keep-picture';
import { keptWords } from '../../../app/files/kept';
import { questions } from '../../../app/memory/asked';
import { useAsked } from '../../../app/memory/use-asked';
import { Page } from '../../../app/page/page';
import { Empty, Shown } from '../../../app/page/states';
import { useShown } from '../../../app/page/use-shown';
import { go } from '../../../app/way/go';
import { useParameters } from '../../../app/way/use-parameters';
import { told } from '../../../ui/a11y';
import { Button } from '../../../ui/button';
import { paintPicture } from '../../../ui/drawing/picture';
import { newSurface } from '../../../ui/drawing/surface';
import { Fact } from '../../../ui/fact';
import { Heading } from '../../../ui/heading';
import { Notice } from '../../../ui/notice';
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

interface Drawn {
  source: string;
  /** Height divided by width. */
  ratio: number;
}

async function drawn(certificate: MyCertificate, code: CodePicture | undefined): Promise<Drawn> {
  const layout = certificateLayout(certificate, code !== undefined);
  const surface = newSurface(layout.width, layout.height);
  const image = code && (await surface.image(code.picture, code.contentType));
  paintPicture(surface.ctx, layout, image && { [CODE_IMAGE]: image });
  return { source: await surface.finish(), ratio: layout.height / layout.width };
}

/** The picture, first without its mini-program code, then with it. Without one the number on it is as good. */
function useDrawn(certificate: MyCertificate) {
  const [made, setMade] = useState<Drawn>();
  const [failed, setFailed] = useState(false);
  const [noCode, setNoCode] = useState(false);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let here = true;
    const draw = async (code?: CodePicture) => {
      const next = await drawn(certificate, code);
      if (here) setMade(next);
    };
    const drawCode = async () => {
      const answer = await call('certificate.code', { sectionId: certificate.sectionId }, { timeoutMs: LONG_CALL_MS });
      if (!answer.ok) return false;
      await draw(answer.data);
      return true;
    };
    void draw().then(
      () =>
        drawCode().then(
          got => here && setNoCode(!got),
          () => here && setNoCode(true),
        ),
      () => here && setFailed(true),
    );
    return () => void (here = false);
  }, [certificate, tries]);
  return { made, failed, noCode, again: () => setTries(count => count + 1) };
}

function Taken({ certificate }: { certificate: MyCertificate }) {
  const { made, failed, noCode, again } = useDrawn(certificate);
  const [kept, setKept] = useState<Kept>();
  const keep = async () => made && setKept(await keepPicture(made.source, `${certificate.title}-结课证明`));
  return (
    <>
      {certificate.revoked && (
        <Notice kind="danger" testId="certificate-revoked">
          {dateText(certificate.revoked.at)} 已撤销：{certificate.revoked.reason}
        </Notice>
      )}
      {made ? (
        <View className="certificate__paper" {...told({ role: 'img', label: '结课证明的图片，内容在下面' })}>
          <View className="wall" style={{ paddingTop: `${made.ratio * 100}%` }}>
            <Image className="wall__image" src={made.source} mode="scaleToFill" {...told({ hidden: true })} />
          </View>
        </View>
      ) : (
        <Notice kind={failed ? 'soon' : 'quiet'}>
          {failed ? '这部手机没能画出图片，内容在下面，可以截屏。' : '正在画证明'}
        </Notice>
      )}
      {made && noCode && (
        <Notice kind="soon" className="stack-3" live="polite" testId="no-scan-code">
          小程序码这会儿没取到，图上只有编号，一样能核对。
          <Button kind="link" onTap={again} testId="scan-code-again">
            再取一次
          </Button>
        </Notice>
      )}
      {made && (
        <Button kind="go" className="stack-4" onTap={() => void keep()} testId="keep-certificate">
          {KEEP_WORD}
        </Button>
      )}
      {kept && (
        <Notice className="stack-3" live="polite" kind={kept === 'album' || kept === 'download' ? 'quiet' : 'soon'}>
          {keptWords(kept)}
        </Notice>
      )}
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
