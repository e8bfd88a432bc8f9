import type { Box, Line, Mark } from '#kit/mark.ts';
import { both } from '#kit/text.ts';
import { FRAMES, frameOf, ownersOf, tableIn } from './host.ts';
import type { Layout } from './layout.ts';
import type { State } from './state.ts';

const hexFrame = (frame: number): string => `0x${(frame * 4096).toString(16).padStart(5, '0')}`;

/** The host's 64 frames by whose they are, and the way of this access into one of them. */
export function frameMarks(state: State, layout: Layout): readonly Mark[] {
  const rows = Array.from({ length: FRAMES / 8 }, (_, line): Mark => {
    return {
      kind: 'label',
      key: `row-${line}`,
      place: layout.rowName(line),
      text: hexFrame(line * 8),
      size: 's',
      mono: true,
      align: layout.rowAlign,
    };
  });
  const frames = Array.from({ length: FRAMES }, (_, frame) => frameBox(state, layout, frame));
  return [...rows, ...frames, ...wayMarks(state, layout)];
}

/** `A5`, or `AB7` where both guests have it. */
function ownersWord(owners: ReturnType<typeof ownersOf>): string {
  const pages = [...new Set(owners.map(({ page }) => page))];
  const guests = [...new Set(owners.map(({ guest }) => guest))].join('');
  return `${guests}${pages.length > 1 ? '+' : pages[0]}`;
}

function frameBox({ host, walk, picked, deed }: State, layout: Layout, frame: number): Box {
  const owners = ownersOf(host, frame);
  const table = tableIn(frame);
  const isReached = walk.hostPhysical !== undefined && Math.floor(walk.hostPhysical / 4096) === frame;
  const isSwapped = deed.kind === 'swapped' && (deed.one === frame || deed.two === frame);
  const isGiven =
    (deed.kind === 'supplied' || deed.kind === 'copied' || deed.kind === 'shared') &&
    frameOf(host, deed.place) === frame;
  const common = { kind: 'box', key: `frame-${frame}`, place: layout.frame(frame), size: 's', mono: true } as const;
  if (table) {
    const about = both(
      `frame ${hexFrame(frame)}: guest ${table.guest}’s EPT table of level ${table.level}`,
      `页框 ${hexFrame(frame)}：客户机 ${table.guest} 的 EPT 第 ${table.level} 级表`,
    );
    return { ...common, tone: 'vmm', text: `E${table.guest}`, about };
  }
  const word = owners.length ? ownersWord(owners) : undefined;
  return {
    ...common,
    ...(word !== undefined && { text: word }),
    tone: owners.length === 0 ? 'host' : owners.every(({ page }) => page < 5) ? 'guestKernel' : 'guestUser',
    ghost: owners.length === 0,
    now: isReached || isSwapped || isGiven,
    picked: picked.at === 'frame' && picked.frame === frame,
    move: ['frame', frame],
    about: both(
      `frame ${hexFrame(frame)}, ${word ? `behind ${word}` : 'free'}: choose it, to exchange it with another`,
      `页框 ${hexFrame(frame)}，${word ? `对应 ${word}` : '空闲'}：选中它，以便与另一个互换`,
    ),
  };
}

/** From the guest-physical page to its frame, once the EPT has said which. */
function wayMarks({ walk, access }: State, layout: Layout): Line[] {
  if (walk.hostPhysical === undefined || walk.guestPhysical === undefined) return [];
  const [page, frame] = [Math.floor(walk.guestPhysical / 4096), Math.floor(walk.hostPhysical / 4096)];
  const place = layout.route(access.guest, page, frame);
  return [{ kind: 'line', key: 'way', place, tone: 'data', arrow: true }];
}
