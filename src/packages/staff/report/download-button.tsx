import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Input } from '../../../../domain/api';
import { useDoing } from '../../../app/act/use-doing';
import { call, LONG_CALL_MS } from '../../../app/call/call';
import { handOver } from '../../../app/files/hand-over';
import { told } from '../../../ui/a11y';
import { Button } from '../../../ui/button';
import { Fault } from '../../../ui/notice';

/** 下载表格: of a span as it is now, or of a report as it was signed. */
export function DownloadButton({ of, testId }: { of: Input<'report.file'>; testId: string }) {
  const { state, run } = useDoing();
  const [saved, setSaved] = useState<string>();
  const download = () =>
    run(async () => {
      setSaved(undefined);
      const made = await handOver(await call('report.file', of, { timeoutMs: LONG_CALL_MS }));
      return 'fault' in made ? made.fault : setSaved(made.fileName);
    });
  return (
    <>
      <Button
        kind="ink"
        size="small"
        busy={state.busy}
        busyLabel="正在做表"
        onTap={() => void download()}
        testId={testId}
      >
        下载表格
      </Button>
      {saved && (
        <View className="sm t3 figures__saved" {...told({ live: 'polite' })} data-testid="saved">
          已下载 {saved}
        </View>
      )}
      {state.message && (
        <View className="figures__saved">
          <Fault says={state.message} className="" testId="not-saved" />
        </View>
      )}
    </>
  );
}
