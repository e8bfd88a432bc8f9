import {
  ChevronLeft,
  ChevronRight,
  Maximize,
  Minimize,
  Pause,
  Play,
  Share2,
  SkipBack,
  SkipForward,
} from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useLab, useLabSoon, useStaged } from './context.ts';
import { words } from './words.ts';

/** Milliseconds between steps while playing, by name. */
const PACE = { slow: 1600, usual: 800, fast: 250 } as const;
export type Pace = keyof typeof PACE;

/** Steps on while playing; a machine's question, and the end, stop it. */
export function usePlaying(pace: Pace): void {
  const { store } = useStaged();
  const playing = useLab((s) => s.playing);
  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => {
      const { at, known, ended, step, play } = store.getState();
      if (ended && at >= known) play(false);
      else step();
    }, PACE[pace]);
    return () => clearInterval(timer);
  }, [playing, pace, store]);
}

interface Props {
  readonly pace: Pace;
  readonly onPace: (pace: Pace) => void;
  readonly onShare: () => void;
  readonly onProject: () => void;
  readonly projecting: boolean;
}

/** Back, play, onward, the scrubber with a tick for every event, and the ways out of the page. */
export function Transport({ pace, onPace, onShare, onProject, projecting }: Props) {
  const { store, say } = useStaged();
  const playing = useLab((s) => s.playing);
  const held = useLab((s) => s.held);
  const done = useLab((s) => s.held || (s.ended !== undefined && s.at >= s.known));
  const begun = useLab((s) => !s.held && s.at > 0);
  const why = useId();
  const { step, stepBack, seek, play } = store.getState();
  const seekEnd = () => seek(store.getState().known);
  return (
    <fieldset className="transport" aria-label={say(words.transport)} aria-describedby={held ? why : undefined}>
      {held && (
        <p className="held" id={why}>
          {say(words.held)}
        </p>
      )}
      <Press name={say(words.toStart)} off={!begun} onPress={() => seek(0)} kind="end" icon={<SkipBack />} />
      <Press name={say(words.back)} off={!begun} onPress={stepBack} icon={<ChevronLeft />} />
      <Press
        name={say(playing ? words.pause : words.play)}
        off={done && !playing}
        onPress={() => play(!playing)}
        icon={playing ? <Pause /> : <Play />}
        kind="strong"
      />
      <Press name={say(words.onward)} off={done} onPress={step} icon={<ChevronRight />} kind="strong" />
      <Press name={say(words.toEnd)} off={done} onPress={seekEnd} kind="end" icon={<SkipForward />} />
      <Scrubber />
      <select
        className="pace"
        aria-label={say(words.speed)}
        value={pace}
        onChange={(event) => onPace(event.target.value as Pace)}
      >
        <option value="slow">½×</option>
        <option value="usual">1×</option>
        <option value="fast">3×</option>
      </select>
      <Press name={say(words.share)} onPress={onShare} icon={<Share2 />} />
      <Press
        name={say(projecting ? words.unproject : words.project)}
        onPress={onProject}
        icon={projecting ? <Minimize /> : <Maximize />}
      />
    </fieldset>
  );
}

interface PressProps {
  readonly name: string;
  readonly icon: React.ReactNode;
  readonly onPress: () => void;
  readonly off?: boolean;
  /** The two that matter most, and the two that a narrow lab leaves to its slider. */
  readonly kind?: 'strong' | 'end';
}

/** A button that stays in reach of the keyboard even when it has nothing to do. */
function Press({ name, icon, onPress, off = false, kind }: PressProps) {
  return (
    <button
      type="button"
      className={kind ? `press ${kind}` : 'press'}
      aria-label={name}
      title={name}
      aria-disabled={off || undefined}
      onClick={() => !off && onPress()}
    >
      {icon}
    </button>
  );
}

function Scrubber() {
  const { store, say } = useStaged();
  const at = useLabSoon((s) => s.at);
  const known = useLabSoon((s) => s.known);
  const ended = useLabSoon((s) => s.ended);
  const ticks = useLabSoon((s) => s.ticks);
  const held = useLab((s) => s.held);
  const [first] = useState(at);
  const slider = useRef<HTMLInputElement>(null);
  // Not React's to hold: it would put the handle back under the reader's finger until the next frame.
  const show = (input: HTMLInputElement | null, place: number) => {
    if (input) input.value = String(place);
  };
  useEffect(() => show(slider.current, at));
  const most = Math.max(known, 1);
  return (
    <div className="scrubber">
      <div className="ticks" aria-hidden="true">
        {ticks.map((tick) => (
          <i
            key={tick.at}
            style={{ left: `${(100 * tick.at) / most}%` }}
            className={tick.at <= at ? 'past' : undefined}
          />
        ))}
      </div>
      <input
        ref={slider}
        type="range"
        min={0}
        max={known}
        defaultValue={first}
        style={{ '--done': `${(100 * at) / most}%` } as React.CSSProperties}
        aria-label={say(words.slider)}
        aria-disabled={held || undefined}
        aria-valuetext={say(words.stepOf(at, known, ended !== undefined))}
        onChange={({ target }) => {
          store.getState().seek(target.valueAsNumber);
          show(target, store.getState().at);
        }}
      />
    </div>
  );
}
