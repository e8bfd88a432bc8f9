import type { Box, Line, Mark } from '#kit/mark.ts';
import { both, type Text } from '#kit/text.ts';
import { entryToHex } from '#sim/paging/entry.ts';
import { byteWord } from './kernel.ts';
import type { Layout } from './layout.ts';
import { isEdit, type State, stageOf } from './state.ts';
import { marks as say } from './words.ts';

type Link = Omit<Box, 'kind' | 'key' | 'place'>;
const hex = (n: number): string => `0x${n.toString(16)}`;
const names = ['gva', 'gpa', 'hpa', 'byte'] as const;

/** The access: what it asked for, and what each map has made of it so far. */
export function chainMarks(state: State, layout: Layout): readonly Mark[] {
  const stage = state.deed.kind === 'killed' ? 0 : stageOf(state.walk);
  const links = linksOf(state);
  const boxes = names.flatMap((name, i): Box[] => {
    const [place, link] = [layout.chain[i], links[i]];
    return place && link
      ? [{ kind: 'box', key: name, place, now: i === stage && !state.walk.fault && !isEdit(state), ...link }]
      : [];
  });
  return [...layout.links.map((place, i) => arrow(state, place, i)), ...boxes];
}

function arrow({ walk, counts }: State, place: Line['place'], i: number): Line {
  const stage = stageOf(walk);
  const key = `to-${names[i + 1]}`;
  if (!walk.fault)
    return { kind: 'line', key, place, arrow: true, ...(i < stage ? { tone: 'data' } : { ghost: true }) };
  if (i < stage) return { kind: 'line', key, place, arrow: true, tone: 'data' };
  if (i === stage) return { kind: 'line', key, place, arrow: true, tone: 'bad' };
  if (i > stage + 1) return { kind: 'line', key, place, arrow: true, ghost: true };
  return walk.fault.handledBy === 'hypervisor'
    ? { kind: 'line', key, place, arrow: true, tone: 'cross', text: String(counts.exits), about: say.exit }
    : { kind: 'line', key, place, arrow: true, tone: 'guestKernel' };
}

/** The four boxes; where the access was refused, what refused it and who is told stand in the next two. */
function linksOf(state: State): readonly Link[] {
  const { walk, access } = state;
  const kind = access.kind === 'read' ? both('read', '读') : both('write', '写');
  const asked: Link = { tone: 'data', mono: true, text: `${access.guest} ${access.address.hex}`, sub: kind };
  const reached: readonly Link[] = [asked, ...found(state)].slice(0, stageOf(walk) + 1);
  const rest: readonly Link[] = ['GPA', 'HPA', say.theByte].map((name) => ({ text: name, ghost: true }));
  const refused: readonly Link[] = walk.fault ? refusal(state) : [];
  return [...reached, ...refused, ...rest.slice(reached.length - 1 + refused.length)];
}

function found({ walk }: State): readonly Link[] {
  const leaf = (by: 'guest' | 'ept') =>
    walk.references.findLast((read) => read.by === by && read.isLeaf && (by === 'guest' || read.target === 0));
  const word = (by: 'guest' | 'ept'): string => entryToHex(leaf(by)?.after ?? { lo: 0, hi: 0 }).replace(/^0+/, '');
  return [
    { tone: 'data', mono: true, text: hex(walk.guestPhysical ?? 0), sub: `PTE 0x${word('guest')}` },
    { tone: 'data', mono: true, text: hex(walk.hostPhysical ?? 0), sub: `EPT 0x${word('ept')}` },
    { tone: 'data', text: `${byteWord(walk.byte ?? 0)}`, mono: true, sub: hex(walk.byte ?? 0) },
  ];
}

function refusal({ walk, deed }: State): readonly Link[] {
  const { fault } = walk;
  if (!fault) return [];
  if (fault.handledBy === 'hypervisor') {
    const gpa = 'guestPhysicalAddress' in fault ? hex(fault.guestPhysicalAddress) : '';
    return [
      { tone: 'bad', text: say.violation, sub: gpa, size: 's' },
      { tone: 'vmm', text: say.hypervisor, sub: say.exit, now: true },
    ];
  }
  const code = fault.kind === 'general-protection' ? '#GP(0)' : `#PF(${fault.errorCode})`;
  const sub: Text = deed.kind === 'killed' ? say.killed : say.noExit;
  return [
    {
      tone: 'bad',
      text: code,
      sub:
        fault.kind === 'general-protection'
          ? 'CR2 –'
          : `CR2 ${shorten(fault.kind === 'guest-page-fault' ? fault.cr2 : '')}`,
    },
    { tone: 'guestKernel', text: say.guestKernel, sub, now: true },
  ];
}

/** An address too long for its box keeps both its ends. */
const shorten = (address: string): string =>
  address.length > 11 ? `${address.slice(0, 5)}…${address.slice(-4)}` : address;
