import { View } from '@tarojs/components';
import { hush, say, useSaid } from './said';
import { told } from '../../ui/a11y';
import { Tap } from '../../ui/tap';

/** 办好了: stands over the dock, is read aloud, and disappears by itself. */
export function SaidBar({ docked }: { docked: boolean }) {
  const said = useSaid();
  const undo = async () => {
    hush();
    await said?.undo?.();
    say({ text: '好的，撤销了' });
  };
  return (
    <View className={`said ${docked ? 'said--docked' : ''}`} {...told({ live: 'polite' })}>
      {said && (
        <View className="said__bar" data-testid="said">
          <View className="grow">{said.text}</View>
          {said.undo && (
            <Tap className="said__undo" onTap={() => void undo()} testId="said-undo">
              撤销
            </Tap>
          )}
        </View>
      )}
    </View>
  );
}
