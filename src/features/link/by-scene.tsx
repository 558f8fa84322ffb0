import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { SceneLeads } from '../../../domain/api';
import { means, type AnswerCode } from '../../../domain/base/fate';
import { go } from '../../app/way/go';
import { KnownOfPage } from '../../app/page/known-of-page';
import { Page } from '../../app/page/page';
import { Empty, Loading } from '../../app/page/states';
import { questions } from '../../app/memory/asked';
import { useAsked } from '../../app/memory/use-asked';
import { decoded } from './decoded';

const leadsOf = questions('link.scene', scene => ({ scene }));

type Leads<To> = Extract<SceneLeads, { to: To }>;

interface Props<To extends SceneLeads['to']> {
  /** What WeChat passes on of the scanned code, encoded or not. */
  scene: string;
  to: To;
  /** The title of the page while nobody knows what it will be. */
  title: string;
  children: (leads: Leads<To>) => ReactNode;
}

/** The page that a mini-program code opens. The server says where the code leads. */
export function ByScene<To extends SceneLeads['to']>({ scene, to, title, children }: Props<To>) {
  const question = leadsOf(decoded(scene));
  useAsked(question);
  const { data, failed } = useStore(question.store);
  // A code leads where it led before. If its target was called off since, that page finds out. A code that no longer
  // counts leads nowhere.
  const gone = failed !== undefined && means(failed, 'never');
  if (data?.to === to && !gone) {
    const known = 'batchId' in data ? { batchId: data.batchId } : {};
    return <KnownOfPage value={known}>{children(data as Leads<To>)}</KnownOfPage>;
  }
  return (
    <Page title={title} testId="by-scene">
      {failed ? (
        <Broken {...failed} again={() => void question.ask()} />
      ) : data ? (
        <Broken code="SCENE_UNKNOWN" message="这张码不是用在这里的" again={go.home} />
      ) : (
        <Loading />
      )}
    </Page>
  );
}

const TITLES: Record<string, string> = {
  SCENE_UNKNOWN: '这张码打不开',
  SCENE_FOREIGN: '这是别的工会的码',
  SCENE_GONE: '已经下架了',
  OFFLINE: '网断了',
};

function Broken({ code, message, again }: { code: AnswerCode; message: string; again: () => void }) {
  const final = means({ code }, 'never');
  return (
    <Empty
      testId={final ? 'scene-lost' : 'broken'}
      drawing={means({ code }, 'silent') ? 'signal' : 'desk'}
      title={TITLES[code] ?? (final ? '这张码打不开' : '没能打开')}
      text={message}
      action={final ? { label: '回首页看看', onTap: go.home } : { label: '再试一次', onTap: again }}
    />
  );
}
