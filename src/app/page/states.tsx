import { Image, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { means } from '../../../domain/base/fate';
import { go } from '../way/go';
import { dataUri } from '../../ui/data-uri';
import { isSinglePage } from '../single-page/single-page';
import { useAppearance } from '../../ui/appearance/appearance';
import type { Asked } from '../memory/asked';
import { spanText, underTitle } from '../words';
import { told } from '../../ui/a11y';
import { px } from '../../ui/icon';
import { Tap } from '../../ui/tap';
import { Button } from '../../ui/button';
import { Heading } from '../../ui/heading';
import { Notice } from '../../ui/notice';
import { Technical } from './technical';

/** The lamp over the desk means that nothing is here. The lamp that calls in vain means that there is no network. */
function Drawing({ of }: { of: 'desk' | 'signal' }) {
  const { dark } = useAppearance();
  const wood = dark ? '#CBBDB0' : '#4A3730';
  const ground = dark ? '#51443B' : '#D3C5B2';
  const shade = dark ? '#C04636' : '#B23A2B';
  const drawn =
    of === 'desk'
      ? `<path d="M60 8v14" stroke="${wood}" stroke-width="3"/><path d="M42 32a18 13 0 0 1 36 0Z" fill="${shade}"/><circle cx="60" cy="37" r="6.5" fill="#F0B553"/><path d="M28 62h64M33 62v28M87 62v28" stroke="${wood}" stroke-width="7" stroke-linecap="round" stroke-linejoin="round" fill="none"/><path d="M10 93h100" stroke="${ground}" stroke-width="3" stroke-linecap="round"/>`
      : `<g fill="none" stroke="${ground}" stroke-width="6" stroke-linecap="round" stroke-dasharray="0.1 14"><path d="M20 44a56 50 0 0 1 80 0"/><path d="M34 58a38 34 0 0 1 52 0"/></g><path d="M48 70a18 15 0 0 1 24 0" fill="none" stroke="${wood}" stroke-width="6" stroke-linecap="round"/><circle cx="60" cy="81" r="6.5" fill="#F0B553"/><path d="M10 93h100" stroke="${ground}" stroke-width="3" stroke-linecap="round"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="120" height="100" viewBox="0 0 120 100">${drawn}</svg>`;
  return <Image src={dataUri(svg)} style={{ width: px(108), height: px(90) }} {...told({ hidden: true })} />;
}

interface EmptyProps {
  title: string;
  text?: string;
  action?: { label: string; onTap: () => void };
  drawing?: 'desk' | 'signal';
  testId?: string;
  technical?: string;
}

/** Nothing to show, and what to do next. */
export function Empty({ title, text, action, drawing = 'desk', testId, technical }: EmptyProps) {
  return (
    <View className="card empty" {...(testId ? { 'data-testid': testId } : {})} {...told({ live: 'polite' })}>
      <Drawing of={drawing} />
      <Heading level={3} className="stack-3">
        {title}
      </Heading>
      {text && <View className="t3 stack-2">{text}</View>}
      <Technical says={technical} />
      {action && (
        <Button kind="ink" size="small" className="stack-4" onTap={action.onTap}>
          {action.label}
        </Button>
      )}
    </View>
  );
}

/** A placeholder for the page, in paper grey. */
export function Loading({ rows = 4, tall }: { rows?: number; tall?: boolean }) {
  return (
    <View {...told({ role: 'status', label: '正在打开', live: 'polite' })} data-testid="loading">
      {tall && <View className="bone" style={{ height: px(220), borderRadius: px(18) }} />}
      {Array.from({ length: rows }, (_, i) => (
        <View key={i} className="split stack-4">
          <View className="bone" style={{ width: px(52), height: px(52), borderRadius: px(26), marginRight: px(13) }} />
          <View className="grow">
            <View className="bone" style={{ width: '46%', height: px(18) }} />
            <View className="bone stack-2" style={{ width: '78%', height: px(14) }} />
          </View>
        </View>
      ))}
    </View>
  );
}

const AGED: Record<string, string> = { OFFLINE: '网断了', UPGRADING: '系统正在升级', STOPPED: '系统现在停用' };
const BROKEN: Record<string, string> = { ...AGED, FORBIDDEN: '这里不对您开放' };

/**
 * A screen that depends on one question. It shows a skeleton, an error, or the page. If the page could not be
 * brought up to date, it shows the age of what it shows.
 */
export function Shown<T>({
  asked,
  now,
  again,
  tall,
  children,
}: {
  asked: Asked<T>;
  now: number;
  again: () => void;
  tall?: boolean;
  children: (data: T) => ReactNode;
}) {
  const { data, failed, savedAt } = asked;
  if (data !== undefined)
    return (
      <>
        {failed && (
          <View className="stack-2" style={{ marginBottom: px(12) }} {...told({ live: 'polite' })}>
            <Notice kind="soon" testId="aged">
              <Tap label="再试一次" onTap={again}>
                {AGED[failed.code] ?? '暂时没能更新'}，这是 {spanText(now - savedAt)}
                前的内容。点这里再试。
              </Tap>
              <Technical says={failed.technical} />
            </Notice>
          </View>
        )}
        {children(data)}
      </>
    );
  if (!failed) return <Loading tall={tall} />;
  // The platform may refuse every call from 朋友圈 (docs/部署.md). Inside the app everything can be seen.
  if (isSinglePage() && !failed.code.endsWith('_NOT_FOUND'))
    return (
      <Empty
        testId="enter-instead"
        title="请打开小程序看"
        text="点最下面的“前往小程序”。"
        action={{ label: '再试一次', onTap: again }}
      />
    );
  const title = BROKEN[failed.code] ?? '没能打开';
  return (
    <Empty
      testId="broken"
      drawing={means(failed, 'silent') ? 'signal' : 'desk'}
      title={title}
      text={underTitle(title, failed.message)}
      technical={failed.technical}
      action={failed.code === 'FORBIDDEN' ? { label: '回首页', onTap: go.home } : { label: '再试一次', onTap: again }}
    />
  );
}
