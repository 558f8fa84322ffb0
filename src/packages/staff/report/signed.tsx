import { Text, View } from '@tarojs/components';
import type { SignedReport } from '../../../../domain/api';
import { dateText, timeText } from '../../../../domain/base/clock';
import { spanWords } from '../../../../domain/report/span';
import { useAsked } from '../../../app/memory/use-asked';
import { Shown } from '../../../app/page/states';
import { GroupHead } from '../../../ui/heading';
import { Nothing } from '../../../ui/nothing';
import { DownloadButton } from './download-button';
import { signedReports } from './known';

/** The signed reports, newest first. A later one says which it replaces. */
export function Signed({ now }: { now: number }) {
  const asked = useAsked(signedReports);
  return (
    <>
      <GroupHead>定稿</GroupHead>
      <Shown asked={asked} now={now} again={() => void signedReports.ask()}>
        {({ reports }) => (
          <View className="card">
            {reports.length === 0 && <Nothing>还没有定稿。定了稿，数字就不再变。</Nothing>}
            {reports.map(report => (
              <SignedOne key={report.reportId} report={report} now={now} />
            ))}
          </View>
        )}
      </Shown>
    </>
  );
}

const whenText = (at: number, now: number): string => `${dateText(at, now)} ${timeText(at)}`;

function SignedOne({ report, now }: { report: SignedReport; now: number }) {
  const { reportId, at, byName, text, replacesAt } = report;
  return (
    <View className="figures__signed" data-testid={`signed-${reportId}`}>
      <View className="h3">{spanWords(report)}</View>
      <View className="sm t3 num">
        {byName} {whenText(at, now)} 定稿
        {replacesAt !== null && <Text>，代替 {whenText(replacesAt, now)} 那一份</Text>}
      </View>
      <View className="t2 num stack-2">{text}</View>
      <View className="figures__acts">
        <DownloadButton of={{ from: report.from, to: report.to, reportId }} testId={`download-${reportId}`} />
      </View>
    </View>
  );
}
