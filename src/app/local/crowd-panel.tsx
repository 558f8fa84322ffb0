import { useState } from 'react';
import { secondText } from '../../../domain/base/clock';
import { batches, batchOf } from '../known/catalog';
import { local, type CrowdProgress } from './control';
import { crowdLine, crowdShare, verdictLines } from './crowd-words';

const CROWDS = [500, 5_000, 60_000];
const REOPEN_SECONDS = 60;

const KINDS = [
  ['SEATED', '入座'],
  ['WAITING', '候补'],
  ['FULL', '已满'],
  ['BUSY', '请稍等'],
  ['OTHER', '其他'],
] as const;

interface PanelProps {
  batch: { batchId: string; title: string };
  progress: CrowdProgress | undefined;
  onProgress: (progress: CrowdProgress) => void;
}

/** N synthetic workers claim at the stroke. Their answers are counted and compared with the recorded lines. */
export function CrowdPanel({ batch: { batchId, title }, progress, onProgress }: PanelProps) {
  const [people, setPeople] = useState(CROWDS[0]!);
  const [said, say] = useState('');
  const busy = !!progress && !['idle', 'done', 'failed'].includes(progress.state);

  const letLoose = async () => {
    const answer = await local.letLoose(batchId, people);
    if (local.isError(answer)) say(answer.error);
    else {
      say('');
      onProgress(answer);
    }
  };
  const reopen = async () => {
    const answer = await local.reopen(batchId, REOPEN_SECONDS);
    if (local.isError(answer)) return say(answer.error);
    say(`${secondText(answer.opensAt)} 重新开放，队伍已清空`);
    void batches.ask();
    void batchOf(batchId).ask();
  };

  return (
    <>
      <div className="local__field" role="radiogroup" aria-label="多少人">
        <span>多少人</span>
        {CROWDS.map(one => (
          <button
            key={one}
            type="button"
            role="radio"
            aria-checked={people === one}
            className={people === one ? 'local__button local__number local__number--on' : 'local__button local__number'}
            onClick={() => setPeople(one)}
          >
            {one.toLocaleString('zh-CN')}
          </button>
        ))}
      </div>
      <div className="local__acts">
        <button
          type="button"
          className="local__button local__act local__act--main"
          disabled={busy}
          onClick={() => void letLoose()}
          data-testid="local-crowd"
        >
          {busy ? '正在报名…' : '让他们报名'}
        </button>
        <button
          type="button"
          className="local__button local__act"
          disabled={busy}
          onClick={() => void reopen()}
          data-testid="local-reopen"
        >
          一分钟后重新开放“{title}”
        </button>
      </div>
      {said && (
        <p className="local__hint" role="status">
          {said}
        </p>
      )}
      {progress && progress.state !== 'idle' && <Progress progress={progress} />}
    </>
  );
}

function Progress({ progress }: { progress: CrowdProgress }) {
  const { byKind } = progress.count;
  return (
    <div className="local__progress" data-testid="local-progress" data-state={progress.state}>
      <div className="local__bar">
        <div className="local__done" style={{ transform: `scaleX(${crowdShare(progress)})` }} />
      </div>
      <div className="local__said">{crowdLine(progress)}</div>
      <div className="local__kinds">
        {KINDS.filter(([kind]) => byKind[kind] > 0 || kind === 'SEATED' || kind === 'WAITING' || kind === 'FULL').map(
          ([kind, name]) => (
            <div key={kind}>
              <b>{byKind[kind].toLocaleString('zh-CN')}</b>
              <span>{name}</span>
            </div>
          ),
        )}
      </div>
      {progress.verdict && (
        <ul className="local__verdict" data-testid="local-verdict">
          {verdictLines(progress.verdict).map(({ good, text }) => (
            <li key={text} className={good ? '' : 'local__bad'}>
              {good ? '✓' : '✗'} {text}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
