import { useLayoutEffect, useRef, useState } from 'react';
import type { Ask } from '#kit/lab.ts';
import { useGuard, useLab, useStaged } from './context.ts';
import type { LabState, Verdict } from './store.ts';
import { plainly, Words } from './Words.tsx';
import { words } from './words.ts';
import { writeSentence } from './writeSentence.ts';

/** The sentence of this step, or the machine's question before it. */
export function Telling() {
  const question = useLab((s) => s.question);
  const verdict = useLab((s) => s.verdict);
  return (
    <div className="telling">
      {question && <Question question={question} />}
      {verdict && <Bet verdict={verdict} />}
      <Caption />
      <Notices />
    </div>
  );
}

/**
 * One polite region, there from the start. React draws the first sentence in it; from then on each step writes its own,
 * as it draws its picture, and neither waits for React to go through the page.
 */
function Caption() {
  return <Sentence key={useStaged().locale} />;
}

function Sentence() {
  const { lab, store, say } = useStaged();
  const element = useRef<HTMLParagraphElement>(null);
  const playing = useLab((s) => s.playing);
  const guard = useGuard();
  // Never another one, so that React leaves alone what is written over it.
  const [first] = useState(() => {
    const { at, states } = store.getState();
    return (
      <>
        {at > 0 && <b className="number">{at}</b>} <Words said={say(lab.caption(states[0]))} />
      </>
    );
  });
  useLayoutEffect(() => {
    const write = ({ at, states }: LabState) =>
      element.current && writeSentence(element.current, at, say(lab.caption(states[0])));
    write(store.getState());
    return store.subscribe((now, before) => {
      if (now.at !== before.at || now.states[0] !== before.states[0]) guard(() => write(now));
    });
  }, [guard, lab, store, say]);
  return (
    <p ref={element} className="caption" aria-live={playing ? 'off' : 'polite'} aria-atomic="true">
      {first}
    </p>
  );
}

function Question({ question }: { question: Ask<unknown> }) {
  const { store, say } = useStaged();
  return (
    <fieldset className="question">
      <legend>
        <small>{say(words.bet)}</small> <Words said={say(question.text)} />
      </legend>
      {Object.entries(question.options).map(([key, option]) => (
        <button type="button" key={key} onClick={() => store.getState().bet(key)}>
          <Words said={say(option.text)} />
        </button>
      ))}
      <button type="button" className="skip" onClick={() => store.getState().step()}>
        {say(words.skip)}
      </button>
    </fieldset>
  );
}

/** What was bet, what the machine then did, and the belief behind the bet. */
function Bet({ verdict: { ask, picked, right } }: { verdict: Verdict }) {
  const { say } = useStaged();
  const won = picked === right;
  const text = (key: string) => plainly(say(ask.options[key]?.text ?? key));
  return (
    <div className={won ? 'verdict won' : 'verdict lost'} role="status">
      <b>{say(won ? words.betRight : words.betWrong(text(picked), text(right)))}</b>{' '}
      <Words said={say(ask.options[picked]?.why ?? '')} />
    </div>
  );
}

/** What the run itself has to say: it was stopped, it is still being worked out, moves were passed over. */
function Notices() {
  const { lab, say } = useStaged();
  const ended = useLab((s) => s.ended);
  const known = useLab((s) => s.known);
  const spent = useLab((s) => s.ended === 'budget' && s.at >= s.known);
  const skipped = useLab((s) => s.skipped);
  const moves = useLab((s) => s.moves);
  const made = moves.filter((move) => typeof move !== 'number').length;
  return (
    <>
      {ended === undefined && <p className="notice">{say(words.computing)}</p>}
      {spent && <p className="notice">{say(words.budget(lab.budget ?? known))}</p>}
      {skipped > 0 && <p className="notice">{say(words.skipped(skipped, made))}</p>}
    </>
  );
}
