import { Text, View } from '@tarojs/components';
import type { SignedReport } from '../../../../domain/api';
import { dateText, timeText } from '../../../../domain/base/clock';
import { spanWords } from '../../../../domain/report/span';
import { DownloadButton } from './download-button';
import { signedReports } from './known';
import { Answered } from '../../../app/page/answered';
import { ListGroup } from '../../../ui/list-group';

/** The signed reports, newest first. A later one says which it replaces. */
export const Signed = () => (
  <Answered to={signedReports}>
    {({ reports }, now) => (
      <ListGroup title="定稿" of={reports} empty="还没有定稿。定了稿，数字就不再变。">
        {report => <SignedOne key={report.reportId} report={report} now={now} />}
      </ListGroup>
    )}
  </Answered>
);

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
