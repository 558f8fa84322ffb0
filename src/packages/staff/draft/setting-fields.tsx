import { LENGTH } from '../../../../domain/bounds';
import { Field } from '../../../ui/field';
import { Switch } from '../../../ui/switch';
import type { Typed } from './settings';
import type { SettingsForm } from './use-settings';

/** The settings of this type. */
type Settable<T> = { [K in keyof Typed]: Typed[K] extends T ? K : never }[keyof Typed];

interface TypingProps {
  form: SettingsForm;
  of: Settable<string>;
  label: string;
  example?: string;
  hint?: string;
  digits?: boolean;
}

export function Typing({ form, of, label, ...rest }: TypingProps) {
  return (
    <Field
      name={label}
      value={form.typed[of]}
      onInput={value => form.change({ [of]: value })}
      fault={form.faults[of]}
      maxLength={of === 'title' ? LENGTH.batchTitle : of === 'contactName' ? LENGTH.personName : LENGTH.list}
      testId={`set-${of}`}
      {...rest}
    />
  );
}

interface SwitchingProps {
  form: SettingsForm;
  of: Settable<boolean>;
  label: string;
  text: string;
}

export function Switching({ form, of, label, text }: SwitchingProps) {
  return (
    <Switch
      name={label}
      text={text}
      on={form.typed[of]}
      onChange={on => form.change({ [of]: on })}
      testId={`set-${of}`}
    />
  );
}
