import { forwardRef, useEffect, useRef, type CSSProperties, type MouseEventHandler, type ReactNode } from 'react';

/** Taro's components as plain elements: what a test can find by role, label and text. */
interface Props {
  className?: string;
  style?: CSSProperties;
  children?: ReactNode;
  onClick?: MouseEventHandler;
  [attribute: string]: unknown;
}

const OF_TARO = new Set([
  'hoverClass',
  'hoverStopPropagation',
  'scrollX',
  'showScrollbar',
  'placeholderClass',
  'confirmType',
  'focus',
  'mode',
  'showMenuByLongpress',
  'nativeProps',
]);

const plain = (props: Props) => Object.fromEntries(Object.entries(props).filter(([name]) => !OF_TARO.has(name)));

export const View = forwardRef<HTMLDivElement, Props>((props, ref) => <div {...plain(props)} ref={ref} />);
View.displayName = 'View';
export const ScrollView = View;
export const Text = (props: Props) => <span {...plain(props)} />;
export const Image = (props: Props) => <img alt="" {...plain(props)} />;

type OnInput = (event: { detail: { value: string } }) => void;

/** As in WeChat it takes the keyboard each time that `focus` turns true. */
export function Input({ onInput, maxlength, ...props }: Props & { onInput?: OnInput; maxlength?: number }) {
  const field = useRef<HTMLInputElement>(null);
  const focus = props['focus'] === true;
  useEffect(() => {
    if (focus) field.current?.focus();
  }, [focus]);
  return (
    <input
      {...plain(props)}
      ref={field}
      maxLength={maxlength}
      onChange={event => onInput?.({ detail: { value: event.target.value } })}
    />
  );
}

export const Textarea = ({ onInput, maxlength, ...props }: Props & { onInput?: OnInput; maxlength?: number }) => (
  <textarea
    {...plain(props)}
    maxLength={maxlength}
    onChange={event => onInput?.({ detail: { value: event.target.value } })}
  />
);
