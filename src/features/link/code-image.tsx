import { Image, View } from '@tarojs/components';
import { told } from '../../ui/a11y';
import { Button } from '../../ui/button';
import './code-image.scss';
import type { AskedCode } from './use-code';

/**
 * The pane for a code. It shows that the code is coming, the code, or why there is none, with a button to try again.
 */
export function CodeImage({ code, label, again }: { code: AskedCode; label: string; again: () => void }) {
  const { source, failed } = code;
  return (
    <View className="code-pane" data-testid="code-pane">
      {source ? (
        <View className="wall code-pane__square" {...told({ role: 'img', label })} data-testid="code-image">
          <Image className="wall__image" src={source} mode="aspectFit" {...told({ hidden: true })} />
        </View>
      ) : (
        <View className="code-pane__square code-pane__none" {...told({ live: 'polite' })}>
          <View className="code-pane__words">
            {failed ? (
              <>
                <View className="sm" data-testid="code-failed">
                  {failed}
                </View>
                <Button kind="link" className="stack-2" onTap={again} testId="code-again">
                  再试一次
                </Button>
              </>
            ) : (
              <View className="sm t3">正在取码</View>
            )}
          </View>
        </View>
      )}
    </View>
  );
}
