import type { Place } from '#kit/layout.ts';
import type { Mark, Point, Tone } from '#kit/mark.ts';
import { both, type Text } from '#kit/text.ts';
import { addressOf } from '#sim/vmm/guestEvent.ts';
import { vectorNumber } from '#sim/vmm/tell/vectorText.ts';
import { type Lane, type Layout, lanes } from './layout.ts';
import { textAt } from './path.ts';
import { effectOf, handlerText, raisedText } from './pathWords.ts';
import { clip } from './programMarks.ts';
import { outerOf } from './registers.ts';
import { registersIn, type State } from './state.ts';
import { labels } from './words.ts';

/** A station in its lane. */
const inLane = (station: Place, { y, h }: Place): Place => ({ ...station, y: y + (h - station.h) / 2 });

interface Station {
  readonly key: string;
  readonly lane: Lane;
  readonly place: Place;
  readonly tone: Tone;
  readonly text: string | Text;
  readonly sub?: Text | undefined;
  readonly mono?: boolean;
  /** It is not executed now: an interrupt came before it, or the guest is asleep. */
  readonly ghost?: boolean;
}
const station = ({ key, place, tone, text, sub, mono, ghost }: Station, now: boolean): Mark => ({
  kind: 'box',
  key,
  place,
  tone,
  size: 's',
  text,
  ...(sub && { sub }),
  ...(mono && { mono }),
  ...(ghost && { ghost }),
  ...(now && { now }),
});

const ringTone = (state: State, ring: number): Tone =>
  ring === 3 && registersIn(state).virtual?.cpl !== '0' ? 'guestUser' : 'guestKernel';

/** What the last step was, as a way through the rings: as far as it has come. */
export function pathMarks(state: State, layout: Layout): readonly Mark[] {
  const stations = state.path ? trapStations(state, layout) : directStations(state, layout);
  const marks = stations.map((each, i) => station(each, i === stations.length - 1));
  return [...arrows(state, stations, layout), ...marks];
}

function trapStations(state: State, layout: Layout): readonly Station[] {
  const { path } = state;
  if (!path) return [];
  const raised: Station = {
    key: 'raised',
    lane: 'hw',
    place: inLane(layout.raised, layout.lanes.hw),
    tone: 'cross',
    text: raisedText(path),
  };
  const isFault = path.crossing.reason.startsWith('#') || path.crossing.reason.startsWith('int ');
  const stations: Station[] = [{ ...fromStation(state, layout, path.ring, path.text), ghost: !isFault }, raised];
  if (!path.handled) return stations;
  stations.push({
    key: 'handler',
    lane: '0',
    place: inLane(layout.handler, layout.lanes['0']),
    tone: 'vmm',
    text: handlerText(path),
    sub: effectOf(path),
  });
  if (path.back) {
    const { ring, text } = path.back;
    const home = backStation(state, layout, ring, text);
    stations.push(path.handled.asleep ? { ...home, text: labels.asleep, mono: false, ghost: true } : home);
  }
  return stations;
}

/** No trap: the processor executes the instruction, and the guest goes on. */
function directStations(state: State, layout: Layout): readonly Station[] {
  const { run, before } = state;
  const { deed } = run;
  if (deed.kind === 'boot')
    return [{ ...fromStation(state, layout, Number(before.real.cpl), textAt(run, addressOf(run.guest))), ghost: true }];
  if (deed.kind !== 'run' && deed.kind !== 'deliver') return [];
  const text =
    deed.kind === 'run'
      ? both('executes it', '执行')
      : both(`vector ${vectorNumber(deed.vector)}`, `向量 ${vectorNumber(deed.vector)}`);
  return [
    fromStation(state, layout, Number(before.real.cpl), textAt(run, deed.address)),
    { key: 'raised', lane: 'hw', place: inLane(layout.raised, layout.lanes.hw), tone: 'hw', text },
    backStation(state, layout, Number(registersIn(state).real.cpl), textAt(run, addressOf(run.guest))),
  ];
}

const laneOf = (ring: number): Lane => lanes.find((lane) => lane === String(ring)) ?? '0';

const fromStation = (state: State, layout: Layout, ring: number, text: string): Station => ({
  key: 'from',
  lane: laneOf(ring),
  place: inLane(layout.from, layout.lanes[laneOf(ring)]),
  tone: ring === 3 && outerOf(state.run)?.real.ring !== 3 ? 'guestUser' : 'guestKernel',
  text: clip(text, layout.letters),
  mono: true,
});

const backStation = (state: State, layout: Layout, ring: number, text: string): Station => ({
  key: 'back',
  lane: laneOf(ring),
  place: inLane(layout.back, layout.lanes[laneOf(ring)]),
  tone: ringTone(state, ring),
  text: clip(text, layout.letters),
  mono: true,
});

/** From station to station: down into the processor, up to the monitor, up again to the guest. */
function arrows({ path }: State, stations: readonly Station[], { down, up, home }: Layout): readonly Mark[] {
  const at = (key: string): Place | undefined => stations.find((each) => each.key === key)?.place;
  const [from, raised, handler, back] = [at('from'), at('raised'), at('handler'), at('back')];
  const tone = path ? 'cross' : 'hw';
  const arrow = (key: string, place: readonly Point[]): Mark => ({
    kind: 'line',
    key,
    place,
    arrow: true,
    tone,
    bold: true,
  });
  const marks: Mark[] = [];
  if (from && raised)
    marks.push(
      arrow('down', [
        { x: down, y: from.y + from.h },
        { x: down, y: raised.y },
      ]),
    );
  if (raised && handler)
    marks.push(
      arrow('up', [
        { x: up, y: raised.y },
        { x: up, y: handler.y + handler.h },
      ]),
    );
  if (handler && back)
    marks.push(
      arrow('home', [
        { x: home, y: handler.y },
        { x: home, y: back.y + back.h },
      ]),
    );
  if (!handler && raised && back) {
    const middle = raised.y + raised.h / 2;
    marks.push(
      arrow('home', [
        { x: raised.x + raised.w, y: middle },
        { x: home, y: middle },
        { x: home, y: back.y + back.h },
      ]),
    );
  }
  return marks;
}
