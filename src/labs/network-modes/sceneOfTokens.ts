/** Frames on their way. A token stands where its frame has arrived; in the next step it runs along the next wire. */
import type { Place } from '#kit/layout.ts';
import type { Mark, Point } from '#kit/mark.ts';
import { both, locales, say as sayText, type Text } from '#kit/text.ts';
import type { Frame } from '#sim/net/frame.ts';
import type { Hop } from '#sim/net/network.ts';
import { ownerOfMac, tokenText } from './names.ts';
import type { Places } from './places.ts';
import { type Loss, mainHop, rewritten, type State } from './state.ts';
import { words } from './words.ts';

interface Token {
  readonly key: string;
  readonly at: Point;
  readonly frame: Frame;
  /** Said instead of the addresses, where the frame goes no further. */
  readonly end?: { readonly text: Text; readonly bad: boolean };
  /** Lies under another copy, so that its letters would not be seen. */
  readonly hidden?: boolean;
}

const aboutFrame = ({ src, dst }: Frame, text: string): Text =>
  both(
    `Frame from ${ownerOfMac(src)} to ${ownerOfMac(dst)}: ${text}`,
    `从 ${ownerOfMac(src)} 到 ${ownerOfMac(dst)} 的帧：${text}`,
  );

/** Wide letters count twice. */
const lengthOf = (text: string): number => [...text].reduce((sum, letter) => sum + (letter > '⺀' ? 1.7 : 1), 0);

/** A pill that is wide enough for its words in every language, and for the cross on what is lost. */
function pillAt({ x, y }: Point, text: string | Text, isBad: boolean, { letter, pad, h }: Places['token']): Place {
  const letters = Math.max(...locales.map((locale) => lengthOf(sayText(text, locale))));
  const w = Math.round(letters * letter + (isBad ? 3 : 1) * pad);
  return { x: x - w / 2, y: y - h / 2, w, h };
}

function toMark({ key, at, frame, end, hidden }: Token, { token }: Places): Mark {
  const text = end?.text ?? tokenText(frame);
  return {
    kind: 'box',
    key,
    tone: end?.bad ? 'bad' : 'data',
    pill: true,
    place: pillAt(at, text, end?.bad ?? false, token),
    text: hidden ? '' : text,
    size: 's',
    mono: !end,
    ghost: end !== undefined && !end.bad,
    about: aboutFrame(frame, tokenText(frame)),
  };
}

/** How a frame ended at a receiver, if it did. */
function endOf({ done }: Hop, loss: Loss | undefined): Token['end'] {
  if (done.by === 'bridge')
    return done.bridged.how === 'filtered' ? { text: words.lost.filtered, bad: true } : undefined;
  const { deed } = done;
  if (deed.did === 'ignored') return { text: words.ignored, bad: false };
  if (deed.did === 'dropped') return { text: words.lost['forwarding-off'], bad: true };
  const lost = 'fate' in deed && (deed.fate.kind === 'no-route' || deed.fate.kind === 'broadcast');
  return lost ? { text: words.lost[loss?.why ?? 'no-route-back'], bad: true } : undefined;
}

const isFloodedAt = (hop: Hop): number => (hop.done.by === 'bridge' ? hop.done.bridged.out.length - 1 : 0);

/** Copies that a bridge has just made lie in a pile, before they part. */
const pileOf = (hop: Hop, spot: Point, at: Places): Token[] =>
  Array.from({ length: Math.max(0, isFloodedAt(hop)) }, (_, i) => ({
    key: `copy-${i + 1}`,
    at: { x: spot.x + at.token.pile * (i + 1), y: spot.y - at.token.pile * (i + 1) },
    frame: hop.frame,
    hidden: true,
  }));

function tokensOf(state: State, at: Places): Token[] {
  const spotOf = (node: string): Point => at.spots[node] ?? { x: 0, y: 0 };
  const main = mainHop(state.hops);
  if (!main) {
    const copy = state.flights[0]?.[0];
    return copy ? [{ key: 'token', at: spotOf(copy.from.node), frame: copy.frame }] : [];
  }
  const spot = spotOf(main.to.node);
  const end = endOf(main, state.attempt?.loss ?? state.last?.loss);
  const after = rewritten(state);
  const frame = after ? { ...main.frame, load: after } : main.frame;
  const others = state.hops.filter((hop) => hop !== main);
  return [
    ...others.map((hop, i): Token => {
      const end = endOf(hop, undefined);
      return { key: `copy-${i + 1}`, at: spotOf(hop.to.node), frame: hop.frame, ...(end && { end }) };
    }),
    ...(others.length ? [] : pileOf(main, spot, at).reverse()),
    { key: 'token', at: spot, frame, ...(end && { end }) },
  ];
}

/** A packet that nobody came for, once time is up: it is shown where it was lost. */
function lostToken({ note, last }: State, at: Places): Mark[] {
  const loss = note.kind === 'timeout' ? last?.loss : undefined;
  const spot = loss && at.spots[loss.node];
  if (!loss || !spot) return [];
  const text = words.lost[loss.why];
  const place = pillAt(spot, text, true, at.token);
  return [{ kind: 'box', key: 'token', tone: 'bad', pill: true, place, text, size: 's' }];
}

export const tokenMarks = (state: State, at: Places): Mark[] => [
  ...tokensOf(state, at).map((token) => toMark(token, at)),
  ...lostToken(state, at),
];
