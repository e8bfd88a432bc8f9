import type { Box, Mark, Sheet } from '#kit/mark.ts';
import { both } from '#kit/text.ts';
import type { Layout } from './layout.ts';
import type { State } from './state.ts';
import { hex, toneOf } from './tlbMarks.ts';
import { causeWords, owners, marks as say } from './words.ts';

/** Who runs, what it asks for, and what came of it. */
export function coreMarks(state: State, { core, heads }: Layout, sheet: Sheet): readonly Mark[] {
  const { running, told } = state;
  const cached = Object.keys(state.eptCache).length;
  const runs: Box = {
    kind: 'box',
    key: 'runs',
    place: core.runs,
    tone: toneOf(running),
    text: owners[running],
    sub: say.core,
  };
  const isAccess = told.kind === 'hit' || told.kind === 'miss';
  const does: Box = isAccess
    ? {
        kind: 'box',
        key: 'does',
        place: core.does,
        tone: 'data',
        text: both(`page ${hex(told.page)}`, `页 ${hex(told.page)}`),
      }
    : { kind: 'box', key: 'does', place: core.does, ...didWords(state) };
  const count: Mark = {
    kind: 'label',
    key: 'cached',
    place: heads.cached,
    text: both(`${say.cached.en}: ${cached}`, `${say.cached['zh-CN']}：${cached}`),
    size: 's',
    align: sheet === 'wide' ? 'start' : 'end',
    about: both('guest-physical mappings that the processor has cached', '处理器缓存的客户机物理映射'),
  };
  return [runs, does, resultBox(state, core.gets), count];
}

/** What was not an access: a crossing, or an instruction of the kernel's or the hypervisor's. */
function didWords({ told }: State): Pick<Box, 'text' | 'tone' | 'mono' | 'ghost'> {
  if (told.kind !== 'moved') return { text: say.nothing, ghost: true };
  switch (told.deed.kind) {
    case 'exit':
      return { tone: 'cross', text: both('VM exit', '虚拟机退出') };
    case 'enter':
      return { tone: 'cross', text: both('VM entry', '虚拟机进入') };
    case 'cr3':
      return { tone: 'guestKernel', text: 'MOV CR3', mono: true };
    case 'invept':
      return { tone: 'vmm', text: 'INVEPT', mono: true };
    case 'invvpid':
      return { tone: 'vmm', text: say.invvpid(told.deed.guest), mono: true };
    case 'remap':
      return { tone: 'vmm', text: both(`${told.deed.guest} 0 moved`, `已搬动 ${told.deed.guest} 0`) };
  }
}

function resultBox({ told }: State, place: Box['place']): Box {
  const common = { kind: 'box', key: 'gets', place } as const;
  if (told.kind === 'moved')
    return { ...common, text: say.flushed(told.flushed), ...(told.flushed ? { tone: 'cross' } : { ghost: true }) };
  if (told.kind !== 'hit' && told.kind !== 'miss') return { ...common, ghost: true };
  if (told.isStale) return { ...common, tone: 'bad', text: say.staleHit, sub: `→ ${hex(told.frame)}`, size: 's' };
  if (told.kind === 'hit') return { ...common, tone: 'data', text: say.hit, sub: `→ ${hex(told.frame)}` };
  return { ...common, tone: 'cross', text: say.miss, ...(told.cause && { sub: causeWords[told.cause] }) };
}
