import { memo, useContext, useLayoutEffect, useRef, useState } from 'react';
import { type Sheet, sheets } from '#kit/mark.ts';
import { afterPaint } from './afterPaint.ts';
import { PlateContext, useGuard, useLab, useLabSoon, useStaged } from './context.ts';
import { draw, keyOf, nameMarks } from './draw.ts';
import { sceneOf } from './sceneOf.ts';
import { plainly } from './Words.tsx';
import { words } from './words.ts';

/** Narrower than this, a picture is drawn on the tall sheet. The stylesheet's container query says the same. */
const NARROW = 520;
const STEP_MS = 320;

/**
 * One lane's picture. React owns the two <svg>s and their empty groups; D3 owns
 * what is in the groups. Both sheets are served, the stylesheet shows the one
 * that fits, and only that one is drawn.
 */
export function Picture({ lane }: { lane: number }) {
  const figure = useRef<HTMLDivElement>(null);
  const fitting = useSheet(figure);
  const [pointed, setPointed] = useState<string>();
  const point = (event: { target: EventTarget }) => setPointed(keyUnder(event.target));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens for which of its marks is pointed at or has focus
    <div
      className="picture"
      ref={figure}
      onPointerOver={point}
      onPointerLeave={() => setPointed(undefined)}
      onFocus={point}
      onBlur={() => setPointed(undefined)}
    >
      {(['wide', 'tall'] as const).map((sheet) => (
        <SheetView key={sheet} sheet={sheet} lane={lane} shown={sheet === fitting} />
      ))}
      {fitting && pointed !== undefined && <About sheet={fitting} lane={lane} pointed={pointed} />}
    </div>
  );
}

/** What the mark that is pointed at has to say. */
function About({ sheet, lane, pointed }: { sheet: Sheet; lane: number; pointed: string }) {
  const { lab, say } = useStaged();
  const state = useLab((s) => s.states[lane]);
  const about = sceneOf(lab, state, sheet).find((mark) => keyOf(mark) === pointed)?.about;
  return (
    about && (
      <p className="about">
        <span>{say(about)}</span>
      </p>
    )
  );
}

const keyUnder = (target: EventTarget): string | undefined =>
  target instanceof Element ? (target.closest('[data-key]')?.getAttribute('data-key') ?? undefined) : undefined;

/** Which sheet fits; undefined until it has been measured. */
function useSheet(figure: React.RefObject<HTMLDivElement | null>): Sheet | undefined {
  const [sheet, setSheet] = useState<Sheet>();
  useLayoutEffect(() => {
    const element = figure.current;
    if (!element) return;
    const measure = () => setSheet(element.clientWidth > 0 && element.clientWidth < NARROW ? 'tall' : 'wide');
    measure();
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [figure]);
  return sheet;
}

interface SheetProps {
  readonly sheet: Sheet;
  readonly lane: number;
  /** The sheet that is not shown is left alone by every step. */
  readonly shown: boolean;
}

const SheetView = memo(function SheetView({ sheet, lane, shown }: SheetProps) {
  const { lab, store, say } = useStaged();
  const group = useRef<SVGGElement>(null);
  const served = useServed(sheet, lane);
  const name = useLabSoon(({ states }) =>
    shown ? say(words.picture(say(lab.title), plainly(say(lab.caption(states[lane]))))) : undefined,
  );
  useDrawn(group, sheet, lane, shown);
  const { w, h } = sheets[sheet];
  const act = (target: EventTarget) => {
    const key = keyUnder(target);
    const move = sceneOf(lab, store.getState().states[lane], sheet).find((mark) => keyOf(mark) === key)?.move;
    if (move) store.getState().act(move);
    return move !== undefined;
  };
  return (
    <svg
      className={`sheet ${sheet}`}
      viewBox={`0 0 ${w} ${h}`}
      aria-label={name}
      aria-hidden={shown ? undefined : true}
      onClick={(event) => act(event.target)}
      onKeyDown={(event) => {
        if ((event.key === 'Enter' || event.key === ' ') && act(event.target)) event.preventDefault();
        else if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
          walkMarks(event, event.key === 'ArrowDown' ? 1 : -1);
        else return;
        event.stopPropagation();
      }}
    >
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by our own draw() when the page was written */}
      <g ref={group} dangerouslySetInnerHTML={served} suppressHydrationWarning />
    </svg>
  );
});

/**
 * Draws what the lab shows, and again whenever that changes. The picture does not wait for React to go through the page,
 * and while one scene is looked at, the next one is worked out: a step has only to draw it.
 */
function useDrawn(group: React.RefObject<SVGGElement | null>, sheet: Sheet, lane: number, shown: boolean): void {
  const { lab, locale, store } = useStaged();
  const guard = useGuard();
  useLayoutEffect(() => {
    const root = group.current;
    if (!root || !shown) return;
    const stillness = matchMedia('(prefers-reduced-motion: reduce)');
    const scene = () => sceneOf(lab, store.getState().states[lane], sheet);
    const prepare = () => {
      try {
        sceneOf(lab, store.getState().ahead()[lane], sheet, scene());
      } catch {
        // It will be thrown again, and shown, once the reader gets there.
      }
    };
    const follow = () => {
      nameMarks(root);
      keepOneStop(root);
      prepare();
    };
    const show = (duration: number) => {
      draw(root, scene(), { locale, duration });
      afterPaint(follow);
    };
    show(0);
    nameMarks(root);
    return store.subscribe((now, before) => {
      if (now.states[lane] === before.states[lane]) return;
      // A move over more than one step is a scrub: it is painted at once.
      const near = Math.abs(now.at - before.at) <= 1;
      guard(() => show(near && !stillness.matches ? STEP_MS : 0));
    });
  }, [group, guard, lab, locale, store, sheet, lane, shown]);
}

/** What the served page has in this group. In the browser the group is D3's, and React is told to leave it alone. */
function useServed(sheet: Sheet, lane: number): { __html: string } {
  const { lab, locale, store } = useStaged();
  const plate = useContext(PlateContext);
  const first = useRef<{ __html: string }>(null);
  first.current ??= { __html: plate ? plate(sceneOf(lab, store.getState().states[lane], sheet), locale) : '' };
  return first.current;
}

const stops = (group: Element): SVGElement[] => [...group.querySelectorAll<SVGElement>('[tabindex]')];

/** One tab stop a picture: the mark that was last used, else the first. */
function keepOneStop(group: Element): void {
  const all = stops(group);
  const held = all.filter((mark) => mark.getAttribute('tabindex') === '0');
  for (const mark of held.slice(1)) mark.setAttribute('tabindex', '-1');
  if (held.length === 0) all[0]?.setAttribute('tabindex', '0');
}

/** Down and up go through the marks that can be used or have something to say. */
function walkMarks(event: React.KeyboardEvent<SVGElement>, direction: 1 | -1): void {
  const all = stops(event.currentTarget);
  const from = all.indexOf(document.activeElement as SVGElement);
  const next = all[(from + direction + all.length) % all.length];
  if (!next) return;
  for (const mark of all) mark.setAttribute('tabindex', mark === next ? '0' : '-1');
  next.focus();
  event.preventDefault();
}
