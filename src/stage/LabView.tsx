import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { isLong, writeRun } from '#kit/link.ts';
import { ControlPanel } from './ControlPanel.tsx';
import { Counters, LaneNumber, Legend, StateTable } from './Counters.tsx';
import { type Staged, StagedContext, useLab, useLabSoon, useStaged } from './context.ts';
import { Goals } from './Goals.tsx';
import { keyToDeed } from './keys.ts';
import { Picture } from './Picture.tsx';
import { Share } from './Share.tsx';
import { Telling } from './Telling.tsx';
import { type Pace, Transport, usePlaying } from './Transport.tsx';
import { words } from './words.ts';
import './plate.css';
import './stage.css';

export interface LabViewProps extends Staged {
  /** Names of the lanes, where there are several: this machine, then those beside it. */
  readonly lanes?: readonly string[];
  /** Settings that only the machines beside hold: they are not the reader's to turn. */
  readonly fixed?: readonly string[];
  /** Only the picture, its sentence and its transport: for the front page. */
  readonly compact?: boolean;
}

/** A lab on the page: the same frame around every diagram. */
export function LabView({ id, lab, store, locale, addressOf, ...rest }: LabViewProps) {
  const staged: Staged = useMemo(() => ({ id, lab, store, locale, addressOf }), [id, lab, store, locale, addressOf]);
  return (
    <StagedContext value={staged}>
      <Frame {...rest} />
    </StagedContext>
  );
}

function Frame({ lanes = [], fixed = [], compact = false }: Omit<LabViewProps, keyof Staged>) {
  const { id, lab, store, addressOf, say } = useStaged();
  const frame = useRef<HTMLElement>(null);
  const [pace, setPace] = useState<Pace>('usual');
  const [shared, setShared] = useState<string>();
  const [unfolded, setUnfolded] = useState(false);
  const { projecting, project } = useProjection(frame);
  const title = useId();
  usePlaying(pace);
  const share = useCallback(async () => {
    const link = writeRun(lab.controls, store.getState());
    const long = Object.entries(link).some(([name, word]) => isLong(name, word));
    setShared(addressOf(long ? (await import('#kit/pack.ts')).packLink(link) : link));
  }, [addressOf, lab, store]);
  const onKeyDown = (event: React.KeyboardEvent) => {
    const deed = keyToDeed({ ...pick(event), target: event.target }, store.getState(), { share, project, projecting });
    if (!deed) return;
    event.preventDefault();
    deed();
  };
  return (
    <section
      ref={frame}
      className={compact ? 'lab compact' : 'lab'}
      data-lab={id}
      data-theme={projecting ? 'projector' : undefined}
      data-projecting={projecting || undefined}
      aria-labelledby={title}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <header>
        <h2 id={title}>{[say(lab.title), ...lanes].join(' · ')}</h2>
        <p>{say(lab.question)}</p>
        <Progress />
      </header>
      <Lanes names={lanes} />
      <Telling />
      <Transport pace={pace} onPace={setPace} onShare={share} onProject={project} projecting={projecting} />
      {shared !== undefined && <Share address={shared} onClose={() => setShared(undefined)} />}
      {!compact && (
        <>
          <Counters />
          <button
            type="button"
            className="unfold"
            aria-expanded={unfolded}
            aria-controls={`${title}-rest`}
            onClick={() => setUnfolded(!unfolded)}
          >
            {say(words.rest)}
          </button>
          <div id={`${title}-rest`} className={unfolded ? 'rest open' : 'rest'}>
            <ControlPanel hidden={fixed} />
            <Legend />
            <div className="more">
              <Goals />
              <Omits />
              <StateTable />
              <Asking />
            </div>
          </div>
        </>
      )}
    </section>
  );
}

const pick = ({ key, shiftKey, ctrlKey, metaKey, altKey }: React.KeyboardEvent) => ({
  key,
  shiftKey,
  ctrlKey,
  metaKey,
  altKey,
});

function Progress() {
  const { say } = useStaged();
  const at = useLabSoon((s) => s.at);
  const known = useLabSoon((s) => s.known);
  const ended = useLabSoon((s) => s.ended);
  return (
    <p className="progress">
      <span>{say(words.stepOf(at, known, ended !== undefined))}</span>
    </p>
  );
}

/** The pictures of all machines under this clock. Projected, one is shown large and a choice switches. */
function Lanes({ names }: { names: readonly string[] }) {
  const { say } = useStaged();
  const count = useLab((s) => s.states.length);
  const [front, setFront] = useState(0);
  const group = useId();
  if (count === 1) return <Picture lane={0} />;
  return (
    <div className="lanes" data-front={front}>
      <fieldset className="lane-choice" aria-label={say(words.lane)}>
        {names.map((name, lane) => (
          <label key={name} className={lane === front ? 'on' : undefined}>
            <input type="radio" name={group} checked={lane === front} onChange={() => setFront(lane)} />
            <span>
              <LaneNumber lane={lane} /> {name}
            </span>
          </label>
        ))}
      </fieldset>
      {names.map((name, lane) => (
        <div key={name} className={lane === front ? 'lane front' : 'lane'}>
          <h3>
            <LaneNumber lane={lane} /> {name}
          </h3>
          <Picture lane={lane} />
        </div>
      ))}
    </div>
  );
}

function Omits() {
  const { lab, say } = useStaged();
  return (
    <section className="omits">
      <h3>{say(words.omits)}</h3>
      <ul>
        {lab.omits.map((text) => (
          <li key={text.en}>{say(text)}</li>
        ))}
      </ul>
    </section>
  );
}

function Asking() {
  const { lab, store, say } = useStaged();
  const asking = useLab((s) => s.asking);
  if (!lab.asks) return null;
  return (
    <label className="asking">
      <input type="checkbox" checked={asking} onChange={(event) => store.getState().ask(event.target.checked)} />
      <span>{say(words.asking)}</span>
    </label>
  );
}

/** Full screen where the browser has it, the whole window where not. No questions while projecting, unless asked for. */
function useProjection(frame: React.RefObject<HTMLElement | null>): { projecting: boolean; project: () => void } {
  const { store } = useStaged();
  const [projecting, setProjecting] = useState(false);
  useEffect(() => {
    const left = () => document.fullscreenElement === null && setProjecting(false);
    document.addEventListener('fullscreenchange', left);
    return () => document.removeEventListener('fullscreenchange', left);
  }, []);
  useEffect(() => {
    if (!projecting) return;
    const { documentElement: root } = document;
    root.toggleAttribute('data-projecting', true);
    return () => root.removeAttribute('data-projecting');
  }, [projecting]);
  const project = useCallback(() => {
    const next = !projecting;
    setProjecting(next);
    store.getState().ask(!next);
    if (next) void frame.current?.requestFullscreen?.().catch(() => undefined);
    else if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined);
    frame.current?.focus();
  }, [projecting, frame, store]);
  return { projecting, project };
}
