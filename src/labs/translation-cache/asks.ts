import { askAbout as ask, type Bet } from '#kit/bet.ts';
import type { Ask } from '#kit/lab.ts';
import { both, type Text } from '#kit/text.ts';
import { addressOf } from '#sim/vmm/guestEvent.ts';
import { lineAt } from '#sim/vmm/lineAt.ts';
import type { Piece } from '#sim/vmm/translation/block.ts';
import type { Dropped } from '#sim/vmm/translation/translation.ts';
import { model, type State, vmmOf } from './model.ts';
import { addressToHex, sourceOf } from './pieces.ts';

const about = ask(model);

const forms: Readonly<Record<string, Bet>> = {
  same: [
    both('The same instruction', '就是这条指令'),
    both('It touches only what is the guest’s own, so it is copied.', '它只动客户机自己的东西，照抄即可。'),
    both(
      'Copied, it would meet the real processor in ring 1: either it traps there, or it does something else without a trap.',
      '照抄的话，它会在 ring 1 碰上真实的处理器：要么陷入，要么不陷入却做成了别的事。',
    ),
  ],
  cache: [
    both('A few instructions on the virtual processor’s variables', '几条操作虚拟处理器变量的指令'),
    both(
      'The VMM’s variables are in reach of translated code: no trap, no call.',
      '译后代码够得着 VMM 的变量：不陷入，也不调用。',
    ),
    both(
      'There is no need to: it is innocuous, or it is too much work for a few instructions.',
      '没有必要：它无害；或者活太重，几条指令做不完。',
    ),
  ],
  call: [
    both('A call into the VMM', '对 VMM 的一次调用'),
    both(
      'It changes tables, segments or the ring, or has to wait: work for the VMM itself.',
      '它会改动表、段或特权级，或者要停下来等，是 VMM 自己的活。',
    ),
    both('A call is kept for what cannot be done in a few instructions.', '只有几条指令做不完的事才去调用。'),
  ],
};

const classOf = ({ form }: Piece): string => (form === 'callout' ? 'call' : form === 'ident' ? 'same' : 'cache');

/** The instruction worth asking about in a block that is about to be translated: what is replaced, else what is not. */
function asked(next: State): Piece | undefined {
  const { deed } = next.run;
  const pieces = deed.kind === 'translate' ? (vmmOf(next).cache.get(deed.address)?.pieces ?? []) : [];
  // What the guest has written itself has no source that could be named.
  const plain = pieces.filter(
    ({ form, address }) =>
      (form === 'ident' || form === 'inCache' || form === 'callout') && lineAt(next.run.program, address),
  );
  return plain.find(({ form }) => form !== 'ident') ?? plain[0];
}

/** Whether a block has to be translated again; what will become of an instruction; what a fault is about. */
export function askAboutStep(state: State): Ask<State> | undefined {
  const next = model.step(state);
  if (next === state) return undefined;
  if (isInDoubt(state, next)) return askAgain(state, next);
  const piece = asked(next);
  if (piece) return askForm(state, next, piece);
  const { deed } = next.run;
  return deed.kind === 'leave' && deed.reason === '#PF' && isCopied(state, deed.address) ? askFault(state) : undefined;
}

const jumpsOf = (state: State): number => vmmOf(state).tally.hits + vmmOf(state).tally.chained;
const isTranslated = (next: State): boolean => next.run.deed.kind === 'translate';

/** Whether the guest comes back to a block when it is, or others have been, dropped from the cache. */
function isInDoubt(state: State, next: State): boolean {
  const { cache, gone, tally } = vmmOf(state);
  const address = addressOf(state.run.guest);
  if (!cache.has(address) && !gone.has(address)) return false;
  return isTranslated(next) || (jumpsOf(next) > jumpsOf(state) && tally.stale + tally.evicted > 0);
}

/** Whether the kernel’s instruction at this address runs as it was written: user code does so untranslated. */
const isCopied = (state: State, address: number): boolean =>
  state.run.guest.cpu.cpl === 0 &&
  [...vmmOf(state).cache.values()]
    .flatMap(({ pieces }) => pieces)
    .some((piece) => piece.address === address && piece.form === 'ident');

function askForm(state: State, next: State, piece: Piece): Ask<State> {
  const text = sourceOf(next.run, piece);
  return about(
    state,
    `form-${classOf(piece)}`,
    both(
      `A block with ${text} is about to be translated. What does ${text} become?`,
      `马上要翻译一个含有 ${text} 的块。${text} 会变成什么？`,
    ),
    forms,
    (after) => {
      const made = asked(after);
      return made ? classOf(made) : 'same';
    },
  );
}

const goneTexts: Readonly<Record<Dropped, Text>> = {
  stale: both('Its source has been written to: the translation was of the past.', '它的源码被改写过，旧译文已经过时。'),
  evicted: both('It was dropped when another block needed the room.', '别的块要用地方时，它被丢掉了。'),
};

function askAgain(state: State, next: State): Ask<State> {
  const address = addressOf(state.run.guest);
  const name = addressToHex(address);
  const whyGone = goneTexts[vmmOf(state).gone.get(address) ?? 'stale'];
  return about(
    state,
    `again-${isTranslated(next) ? 'yes' : 'no'}`,
    both(
      `The guest comes back to the block at ${name}. Is it translated again?`,
      `客户机又来到 ${name} 处的块。要再翻译一次吗？`,
    ),
    {
      no: [
        both('No, its translation is in the cache', '不用，译文还在缓存里'),
        both(
          'It has not been dropped and its source is as it was, so the one translation still serves.',
          '它没有被丢掉，源码也没有变，译过一次就还能用。',
        ),
        whyGone,
      ],
      yes: [
        both('Yes', '要'),
        whyGone,
        both(
          'Some block has been dropped, but not this one, and its source is as it was.',
          '丢掉过块，但不是这一个；它的源码也没有变。',
        ),
      ],
    },
    (after) => (isTranslated(after) ? 'yes' : 'no'),
  );
}

function askFault(state: State): Ask<State> {
  return about(
    state,
    'fault',
    both(
      'The next instruction is copied code, and yet the VMM will be called. Why?',
      '下一条是照抄的代码，却会惊动 VMM。为什么？',
    ),
    {
      page: [
        both('Its page is not in the shadow table, or is watched', '它要的页不在影子页表里，或正被监视'),
        both('Translated code too runs through the VMM’s page tables.', '译后代码走的同样是 VMM 的页表。'),
        both('This time it is another cause.', '这次另有原因。'),
      ],
      sensitive: [
        both('It is sensitive', '它是敏感指令'),
        both('It is sensitive.', '它是敏感指令。'),
        both(
          'Sensitive instructions never reach the processor: they were replaced.',
          '敏感指令到不了处理器：早被替换掉了。',
        ),
      ],
    },
    (after) => (after.run.deed.kind === 'leave' && after.run.deed.reason === '#PF' ? 'page' : 'sensitive'),
  );
}
