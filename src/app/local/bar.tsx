import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { phaseOf } from '../../../domain/batch/phase';
import { serverClock } from '../clock/server-clock';
import { batches } from '../known/catalog';
import { forgetPerson } from '../memory/forget';
import './bar.scss';
import { local, type CrowdProgress } from './control';
import { CrowdPanel } from './crowd-panel';
import { crowdLine } from './crowd-words';
import { becomeLocally, localOpenid, localPeople, type LocalPerson } from './person';

const ROLE: Record<LocalPerson['role'], string> = { worker: '职工', instructor: '讲师', staff: '工会' };
const LOOK_MS = 500;
const CALM_LOOK_MS = 5_000;

/** Polls the state of the crowd twice a second while it runs. */
function useCrowd(): [CrowdProgress | undefined, (progress: CrowdProgress) => void] {
  const [progress, setProgress] = useState<CrowdProgress>();
  const busy = !!progress && !['idle', 'done', 'failed'].includes(progress.state);
  useEffect(() => {
    const look = async () => {
      const said = await local.crowd();
      if (!local.isError(said)) setProgress(said);
    };
    void look();
    const timer = setInterval(() => void look(), busy ? LOOK_MS : CALM_LOOK_MS);
    return () => clearInterval(timer);
  }, [busy]);
  return [progress, setProgress];
}

/**
 * The slim bar of the local build: be somebody else, or start a crowd. It stands beside the phone on a desk, and
 * above it elsewhere.
 */
export function LocalBar() {
  const [open, setOpen] = useState(false);
  const [people, setPeople] = useState<LocalPerson[]>([]);
  const [me, setMe] = useState('');
  const [progress, setProgress] = useCrowd();
  useEffect(() => {
    void localPeople().then(setPeople);
    void localOpenid().then(setMe);
  }, []);
  const become = (openid: string) => {
    forgetPerson();
    becomeLocally(openid);
    window.location.reload();
  };
  const line = progress ? crowdLine(progress) : '';
  // A phone in the network may not choose a person or start a crowd.
  if (people.length === 0) return null;
  return (
    <aside className={open ? 'local local--open' : 'local'} aria-label="本地演示栏">
      <div className="local__strip">
        <label className="local__who">
          <span className="local__tag">演示</span>
          <select
            className="local__select"
            value={me}
            onChange={event => become(event.target.value)}
            aria-label="换一个人"
            data-testid="local-person"
          >
            {people.map(one => (
              <option key={one.openid} value={one.openid}>
                {ROLE[one.role]} {one.name}
              </option>
            ))}
          </select>
        </label>
        <span className="local__line" title={line}>
          {line}
        </span>
        <button
          type="button"
          className="local__button local__toggle"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          data-testid="local-toggle"
        >
          {open ? '收起' : '放一群人'}
        </button>
      </div>
      <div className="local__panel">
        <Play open={open} progress={progress} onProgress={setProgress} />
      </div>
    </aside>
  );
}

function Play({
  open,
  progress,
  onProgress,
}: {
  open: boolean;
  progress: CrowdProgress | undefined;
  onProgress: (progress: CrowdProgress) => void;
}) {
  const known = useStore(batches.store, one => one.data?.batches);
  const [chosen, choose] = useState('');
  // Staff may publish in the page beside it, so an open panel asks anew with each page. A closed one costs no call.
  useEffect(() => {
    if (!open) return undefined;
    const ask = () => void batches.ask();
    ask();
    window.addEventListener('hashchange', ask);
    window.addEventListener('popstate', ask);
    return () => {
      window.removeEventListener('hashchange', ask);
      window.removeEventListener('popstate', ask);
    };
  }, [open]);
  const all = (known ?? []).filter(one => phaseOf(one, serverClock.now()) !== 'closed');
  const batch = all.find(one => one.batchId === chosen) ?? all[0];
  if (!batch) return <p className="local__hint">没有可以报名的期次。</p>;
  return (
    <>
      <label className="local__field">
        <span>哪一期</span>
        <select
          className="local__select"
          value={batch.batchId}
          onChange={event => choose(event.target.value)}
          onFocus={() => void batches.ask()}
          data-testid="local-batch"
        >
          {all.map(one => (
            <option key={one.batchId} value={one.batchId}>
              {one.title}
            </option>
          ))}
        </select>
      </label>
      <CrowdPanel batch={batch} progress={progress} onProgress={onProgress} />
    </>
  );
}
