import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import type { CheckedCertificate } from '../../../../domain/api';
import { dateText } from '../../../../domain/base/clock';
import { LENGTH } from '../../../../domain/bounds';
import { readCode, spacedCode } from '../../../../domain/certificate/code';
import { factsOf, NO_QUALIFICATION } from '../../../../domain/certificate/facts';
import { useDoing } from '../../../app/act/use-doing';
import { call } from '../../../app/call/call';
import { Page } from '../../../app/page/page';
import { useParameters } from '../../../app/way/use-parameters';
import { ByScene } from '../../../features/link/by-scene';
import { told } from '../../../ui/a11y';
import { Fact } from '../../../ui/fact';
import { Field } from '../../../ui/field';
import { Heading } from '../../../ui/heading';
import { Notice } from '../../../ui/notice';
import { Submit } from '../../../ui/submit';

/** 核对证明: whoever holds a certificate sees every fact that is on it, and may ask whether a name is the one on it. */
export default function CheckCertificate() {
  const { code = '', scene } = useParameters('checkCertificate');
  if (!scene) return <Check given={code} />;
  return (
    <ByScene scene={scene} to="certificate" title="核对证明">
      {leads => <Check given={leads.code} atOnce />}
    </ByScene>
  );
}

interface CheckProps {
  given: string;
  /** The code was scanned, so it is checked without a tap. */
  atOnce?: boolean;
}

function Check({ given, atOnce = false }: CheckProps) {
  const [code, setCode] = useState(spacedCode(given));
  const [name, setName] = useState('');
  const [fault, setFault] = useState<string>();
  const [seen, setSeen] = useState<CheckedCertificate>();
  const { state, run } = useDoing();
  const check = () => {
    const read = readCode(code);
    setFault('fault' in read ? read.fault : undefined);
    if ('fault' in read) return;
    void run(async () => {
      const answer = await call('certificate.look', {
        code: read.code,
        ...(name.trim() ? { name: name.trim() } : {}),
      });
      setSeen(answer.ok ? answer.data : undefined);
      return answer.ok ? undefined : answer.message;
    });
  };
  useEffect(() => {
    if (atOnce) check();
    // Only when the page opens: what is typed later waits for the button.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return (
    <Page title="核对证明" testId="check">
      <Heading level={1}>核对结课证明</Heading>
      <View className="t2 stack-2">证明上的每一项都会显示出来，请逐项对照。</View>
      <Field
        name="编号"
        value={code}
        onInput={setCode}
        example="12 位，例如 ABCD-EFGH-JKMN"
        maxLength={LENGTH.certificateCode}
        fault={fault}
        testId="check-code"
      />
      <Field
        name="姓名（选填）"
        value={name}
        onInput={setName}
        example="写上就核对是不是这个人"
        maxLength={LENGTH.personName}
        testId="check-name"
      />
      <Submit state={state} label="核对" busyLabel="正在核对" onTap={check} testId="check-now" />
      {seen && <Seen seen={seen} />}
    </Page>
  );
}

function Seen({ seen }: { seen: CheckedCertificate }) {
  const { stated, maskedName, nameIs, revoked, calledOff } = seen;
  return (
    <View className="stack-4" data-testid="checked" {...told({ live: 'polite' })}>
      {revoked ? (
        <Notice kind="danger">{dateText(revoked.at)} 已经撤销，不再有效</Notice>
      ) : calledOff ? (
        <Notice kind="soon">这个班后来取消了，请向主办的工会核实</Notice>
      ) : (
        <Notice kind="quiet">编号是真的。请逐项对照下面的内容。</Notice>
      )}
      {nameIs !== null && (
        <Notice className="stack-2" kind={nameIs ? 'quiet' : 'danger'} testId="checked-name">
          {nameIs ? '姓名一致' : '姓名不一致'}
        </Notice>
      )}
      <View className="card pad stack-3">
        {factsOf(stated, maskedName).map(([label, text]) => (
          <Fact key={label} name={label}>
            {text}
          </Fact>
        ))}
      </View>
      <View className="sm t3 stack-2">{NO_QUALIFICATION}</View>
    </View>
  );
}
