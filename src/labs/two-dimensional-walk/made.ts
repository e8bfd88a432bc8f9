import { bottom, left, type Place, right, top } from '#kit/layout.ts';
import type { Mark, Sheet } from '#kit/mark.ts';
import { both, type Text } from '#kit/text.ts';
import type { Fault } from '#sim/paging/fault.ts';
import { type Made, makeAddress } from './hand.ts';
import { hex, hexAddress, hexIndex, hexLong } from './hex.ts';
import type { Layout } from './layout.ts';
import type { Walker } from './model.ts';
import { entryWord, marks as say, tableWord } from './words.ts';

/** Below the grid: how the next address is put together, or who takes the fault. */
export function madeMarks(state: Walker, layout: Layout, sheet: Sheet): Mark[] {
  if (state.walk.fault) return faultMarks(state, state.walk.fault, layout, sheet);
  const made = makeAddress(state.walk);
  if (!made) return [];
  const { frame, rest, whole } = layout.made;
  const between = (frame.x + frame.w + rest.x) / 2;
  const arrow = sheet === 'wide' ? [right(rest), left(whole)] : [{ x: between, y: rest.y + rest.h }, top(whole)];
  const next = sheet === 'wide' ? say.next : say.nextAddress;
  const field = made.level ? `${hexIndex(made.field)} × 8` : hex(made.field);
  const part = { kind: 'box', tone: 'data', mono: true, size: 's' } as const;
  return [
    name(layout, sheet, state.walk.hostPhysical === undefined ? next : say.found),
    { ...part, key: 'made-frame', place: frame, text: hexAddress(made.frame), sub: fromWords(made) },
    { kind: 'label', key: 'made-plus', place: { x: between, y: frame.y + frame.h / 2 }, text: '+' },
    { ...part, key: 'made-field', place: rest, text: field, sub: fieldWords(made) },
    { kind: 'line', key: 'made-way', place: arrow, tone: 'data', arrow: true },
    wholeMark(state, made, whole),
  ];
}

/** The address in hand. */
const wholeMark = (state: Walker, made: Made, place: Place): Mark => ({
  kind: 'box',
  key: 'made',
  place,
  tone: 'data',
  pill: true,
  mono: true,
  text: hexAddress(made.whole),
  sub: kindWords(state, made),
  about: wholeAbout(state, made),
});

const name = ({ names }: Layout, sheet: Sheet, words: Text): Mark => ({
  kind: 'label',
  key: 'name-made',
  place: names.made,
  size: 's',
  align: sheet === 'wide' ? 'end' : 'start',
  text: words,
});

function fromWords({ from }: Made): Text {
  const entry = from ? (from.by === 'ept' ? `EPT ${from.level}` : entryWord(from.level)) : 'CR3';
  return both(`from ${entry}`, `来自 ${entry}`);
}

function fieldWords({ cut, level }: Made): Text {
  if (level === 0) return say.offset;
  const table = cut === 'virtual' ? tableWord(level) : `EPT ${level}`;
  return both(`${table} index`, `${table} 索引`);
}

const kindWords = ({ plan }: Walker, { cut }: Made): Text => {
  if (!plan.isNested) return say.plainPhysical;
  return cut === 'virtual' ? say.guestPhysical : say.hostPhysical;
};

function wholeAbout(state: Walker, made: Made): Text {
  const [kind, source, field] = [kindWords(state, made), fromWords(made), fieldWords(made)];
  return both(
    `${hexAddress(made.whole)}, a ${kind.en}: the frame ${source.en} and the ${field.en}.`,
    `${hexAddress(made.whole)}，${kind['zh-CN']}：页框${source['zh-CN']}，加上${field['zh-CN']}。`,
  );
}

/** The fault, and across the boundary the one that takes it. */
function faultMarks({ plan }: Walker, fault: Fault, layout: Layout, sheet: Sheet): Mark[] {
  const { what, handler } = layout.fault;
  const isExit = fault.handledBy === 'hypervisor';
  const kernel = plan.isNested ? { text: say.guestKernel, sub: say.noExit } : { text: say.kernel };
  return [
    name(layout, sheet, say.fault),
    { kind: 'box', key: 'fault', place: what, tone: 'bad', ...faultWords(fault) },
    {
      kind: 'line',
      key: 'to-handler',
      place: sheet === 'wide' ? [right(what), left(handler)] : [bottom(what), top(handler)],
      tone: 'cross',
      arrow: true,
      bold: true,
      text: faultNumber(fault),
    },
    isExit
      ? { kind: 'box', key: 'handler', place: handler, tone: 'vmm', text: say.hypervisor, sub: say.afterExit }
      : { kind: 'box', key: 'handler', place: handler, tone: 'guestKernel', ...kernel },
  ];
}

/** The exit reason, or the exception's vector: Intel SDM vol. 3A, "Protected-Mode Exceptions and Interrupts". */
function faultNumber(fault: Fault): string {
  if (fault.handledBy === 'hypervisor') return String(fault.exitReason);
  return fault.kind === 'guest-page-fault' ? '14' : '13';
}

function faultWords(fault: Fault): { text: string | Text; sub: string | Text } {
  switch (fault.kind) {
    case 'general-protection':
      return { text: '#GP(0)', sub: say.notCanonical };
    case 'guest-page-fault':
      return {
        text: both(`#PF, error code ${hex(fault.errorCode)}`, `#PF，错误码 ${hex(fault.errorCode)}`),
        sub: `CR2 ${hexLong(fault.cr2)}`,
      };
    case 'ept-violation': {
      const qualification = hex(fault.exitQualification);
      return { text: say.violation, sub: both(`exit qualification ${qualification}`, `退出限定 ${qualification}`) };
    }
    case 'ept-misconfiguration':
      return { text: say.misconfiguration, sub: say.noQualification };
  }
}
