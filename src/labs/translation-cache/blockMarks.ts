import type { Mark, Tone } from '#kit/mark.ts';
import { both } from '#kit/text.ts';
import { lineAt } from '#sim/vmm/lineAt.ts';
import type { Block, Piece } from '#sim/vmm/translation/block.ts';
import type { Layout } from './layout.ts';
import { type State, vmmOf } from './model.ts';
import { addressIn, addressToHex, blockInView, sourceOf, translationOf } from './pieces.ts';
import { formTexts, words } from './words.ts';

/** As many letters as fit. */
export const cut = (text: string, letters: number): string =>
  text.length > letters ? `${text.slice(0, letters - 1)}…` : text;

const toneOf: Readonly<Record<Piece['form'], Tone>> = {
  ident: 'guestKernel',
  branch: 'plain',
  indirect: 'plain',
  inCache: 'vmm',
  callout: 'vmm',
  simulate: 'vmm',
};

/** Whether the guest runs by itself, and nothing else is being looked at. */
const isDirect = ({ run: { deed }, picked }: State): boolean =>
  deed.kind === 'run' && deed.where === 'direct' && picked === undefined;

/** The guest's block, and beside each of its instructions what it became; in user mode the lines that run as they are. */
export function blockMarks(state: State, layout: Layout): readonly Mark[] {
  const { sourceTitle, resultTitle } = layout;
  const block = blockInView(state);
  const isUser = isDirect(state);
  const where = block && !isUser ? ` ${addressToHex(block.address)}` : '';
  return [
    {
      kind: 'label',
      key: 'source',
      place: sourceTitle,
      align: 'start',
      size: 's',
      text: both(words.source.en + where, words.source['zh-CN'] + where),
    },
    { kind: 'label', key: 'result', place: resultTitle, align: 'start', size: 's', text: words.result },
    ...(isUser ? userMarks(state, layout) : block ? pieceMarks(state, block, layout) : emptyMarks(layout)),
  ];
}

const emptyMarks = ({ source }: Layout): readonly Mark[] => [
  {
    kind: 'box',
    key: 'row 0 source',
    place: source[0] ?? { x: 0, y: 0, w: 9, h: 9 },
    ghost: true,
    size: 's',
    text: words.empty,
  },
];

function pieceMarks(state: State, block: Block, { source, result, letters }: Layout): readonly Mark[] {
  const address = addressIn(state.run);
  return block.pieces.flatMap((piece, i): readonly Mark[] => {
    const [left, right] = [source[i], result[i]];
    if (!left || !right) return [];
    const text = sourceOf(state.run, piece);
    const now = piece.address === address;
    const form = formTexts[piece.form];
    const about = both(`${text}: ${form.en}`, `${text}：${form['zh-CN']}`);
    return [
      {
        kind: 'box',
        key: `row ${i} source`,
        place: left,
        tone: 'guestKernel',
        mono: true,
        size: 's',
        text: cut(text, letters[0]),
        about,
      },
      {
        kind: 'box',
        key: `row ${i} result`,
        place: right,
        tone: toneOf[piece.form],
        mono: true,
        size: 's',
        text: cut(translationOf(state.run, piece), letters[1]),
        now,
        about,
      },
    ];
  });
}

/** The lines of the program from where it is: what comes before has been. */
function userMarks({ run }: State, { source, result, letters }: Layout): readonly Mark[] {
  const address = addressIn(run) ?? 0;
  const first = run.program.lines.findIndex((line) => line.address === address);
  const lines = first < 0 ? [] : run.program.lines.slice(first, first + 6);
  const at = result[0];
  return [
    ...lines.flatMap((line, i): readonly Mark[] => {
      const place = source[i];
      const text = lineAt(run.program, line.address)?.text.trim().replace(/\s+/g, ' ') ?? '';
      return place
        ? [
            {
              kind: 'box',
              key: `row ${i} source`,
              place,
              tone: 'guestUser',
              mono: true,
              size: 's',
              text: cut(text, letters[0]),
              now: i === 0,
            },
          ]
        : [];
    }),
    ...(at
      ? [{ kind: 'box', key: 'row 0 result', place: at, ghost: true, size: 's', text: words.direct } as const]
      : []),
  ];
}

/** The cache's blocks, oldest first; each can be looked at. */
export function cacheMarks(state: State, { cache, cacheTitle }: Layout): readonly Mark[] {
  const vmm = vmmOf(state);
  const room = state.run.settings.cacheBlocks;
  const shown = blockInView(state);
  const blocks = [...vmm.cache.values()].sort((a, b) => a.address - b.address);
  const at = Math.max(
    0,
    Math.min(blocks.length - cache.length, blocks.findIndex((block) => block.address === shown?.address) - 8),
  );
  const marks = cache.flatMap((place, i): readonly Mark[] => {
    const block = blocks[at + i];
    if (!block) return i < room ? [{ kind: 'box', key: `free ${i}`, place, ghost: true }] : [];
    const name = addressToHex(block.address);
    const count = block.pieces.length;
    return [
      {
        kind: 'box',
        key: `block ${name}`,
        place,
        tone: 'guestKernel',
        mono: true,
        size: 's',
        text: name,
        sub: `×${block.runs}`,
        now: block.address === shown?.address,
        picked: block.address === state.picked,
        move: ['block', block.address],
        about: both(
          `Block ${name}: ${count} instructions, entered ${block.runs} times, chained to ${block.chained.size} others.`,
          `块 ${name}：${count} 条指令，进入 ${block.runs} 次，已链接到 ${block.chained.size} 个别的块。`,
        ),
      },
    ];
  });
  return [
    {
      kind: 'label',
      key: 'cache',
      place: cacheTitle,
      align: 'start',
      size: 's',
      text: words.cache(blocks.length, room),
    },
    ...marks,
  ];
}
