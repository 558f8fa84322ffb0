import { LENGTH } from '../../../domain/bounds';
import { Input, View } from '@tarojs/components';
import { told } from '../../ui/a11y';
import { useShown } from '../../app/page/use-shown';

const DIGITS = [0, 1, 2, 3];
const env = process.env.TARO_ENV;

interface EntryProps {
  value: string;
  /** What was wrong with the last four digits. */
  fault: string | undefined;
  /** While set, typing is ignored. The field itself stays enabled, because a disabled one loses the keyboard. */
  disabled: boolean;
  /** Digits only, at most four. */
  onType: (value: string) => void;
}

/** Four boxes under one field. So the phone's keyboard, its paste and its screen reader handle it as one number. */
export function NumberEntry({ value, fault, disabled, onType }: EntryProps) {
  const shown = useShown();
  return (
    <View>
      <View className={fault ? 'digits digits--bad' : 'digits'}>
        {DIGITS.map(i => (
          <View
            key={i}
            className={`digits__box num ${i === value.length && !disabled ? 'digits__box--next' : ''}`}
            {...told({ hidden: true })}
          >
            {value[i] ?? ''}
          </View>
        ))}
        <Input
          className="digits__field"
          value={value}
          focus={shown}
          autoFocus
          maxlength={LENGTH.checkInNumber}
          // A browser's number field drops a pasted number that has blanks.
          type={env === 'weapp' ? 'number' : 'text'}
          {...(env === 'h5'
            ? { nativeProps: { inputmode: 'numeric', autocomplete: 'off', 'aria-label': '四位数字' } }
            : {})}
          onInput={event => !disabled && onType(event.detail.value.normalize('NFKC').replace(/\D/g, '').slice(0, 4))}
          data-testid="number"
          {...told({ label: '四位数字' })}
        />
      </View>
      <View className="digits__fault sm" data-testid="number-fault" {...told({ live: 'assertive' })}>
        {fault ?? ' '}
      </View>
    </View>
  );
}
