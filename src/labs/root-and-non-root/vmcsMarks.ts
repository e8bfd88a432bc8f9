import type { Mark } from '#kit/mark.ts';
import { both } from '#kit/text.ts';
import { shortExitText } from '#sim/vmm/tell/exitTexts.ts';
import { vectorNumber } from '#sim/vmm/tell/vectorText.ts';
import { type Bit, bitAbout, bits, bitText, isForced, isSet, locked, needed, onlyEarly } from './bits.ts';
import { fieldsOf, informationOf } from './fields.ts';
import type { Layout } from './layout.ts';
import { isRoot, mayFlip, type State, vmmOf } from './model.ts';
import { hex, words } from './words.ts';

/** The VMCS as far as this lesson reads it: controls, exit information, guest state and host state. */
export function vmcsMarks(state: State, layout: Layout): readonly Mark[] {
  return [
    ...controlMarks(state, layout),
    ...exitMarks(state, layout),
    ...savedMarks(state, layout),
    ...hostMarks(layout),
  ];
}

/** Why a bit cannot be turned over now; undefined where it can. */
function refusal(state: State, bit: Bit) {
  if (bit === 'ept') return onlyEarly;
  if (isForced(state.run.settings.controls, bit)) return needed;
  return mayFlip(state, bit) ? undefined : locked;
}

function controlMarks(state: State, { controlsTitle, controls }: Layout): readonly Mark[] {
  return [
    { kind: 'label', key: 'controls', place: controlsTitle, align: 'start', size: 's', text: words.controls },
    ...bits.flatMap((bit, i): readonly Mark[] => {
      const place = controls[i];
      if (!place) return [];
      const on = isSet(state.run.settings.controls, bit);
      const why = refusal(state, bit);
      const about = bitAbout(bit, on);
      return [
        {
          kind: 'box',
          key: `bit ${bit}`,
          place,
          tone: 'vmm',
          size: 's',
          text: bitText(bit, on),
          picked: on,
          ghost: !on,
          about: why ? both(`${about.en}. ${why.en}`, `${about['zh-CN']}。${why['zh-CN']}`) : about,
          ...(why === undefined && { move: ['flip', bit] as const }),
        },
      ];
    }),
  ];
}

function exitMarks(state: State, { exitTitle, reason, information, fields }: Layout): readonly Mark[] {
  const { exit } = vmmOf(state);
  const title: Mark = { kind: 'label', key: 'exit', place: exitTitle, align: 'start', size: 's', text: words.exit };
  if (!exit) return [title, { kind: 'box', key: 'reason', place: reason, ghost: true, size: 's', text: words.noExit }];
  const leaving = state.run.deed.kind === 'leave';
  return [
    title,
    { kind: 'box', key: 'reason', place: reason, tone: 'cross', text: shortExitText(exit.reason), now: leaving },
    { kind: 'label', key: 'information', place: information, align: 'start', size: 's', text: informationOf(exit) },
    ...fieldsOf(exit).flatMap(({ bits: which, means }, i): readonly Mark[] => {
      const [at, to] = fields[i] ?? [];
      if (!at || !to) return [];
      return [
        { kind: 'label', key: `field ${i}`, place: at, align: 'start', size: 's', mono: true, text: which },
        { kind: 'label', key: `means ${i}`, place: to, align: 'start', size: 's', text: means },
      ];
    }),
  ];
}

function savedMarks(state: State, { savedTitle, saved }: Layout): readonly Mark[] {
  const { saved: held, injection } = vmmOf(state);
  const texts = [
    `RIP ${hex(held.rip)}`,
    `RSP ${hex(held.rsp)}`,
    `CR3 ${hex(held.cr3)}`,
    `IF ${(held.rflags >> 9) & 1}`,
    `CS ring ${held.cs & 3}`,
  ];
  const entry = injection ? vectorNumber(injection.vector) : '–';
  return [
    {
      kind: 'label',
      key: 'saved',
      place: savedTitle,
      align: 'start',
      size: 's',
      text: isRoot(state) ? words.saved : words.stale,
    },
    ...texts.flatMap((text, i): readonly Mark[] => {
      const place = saved[i];
      return place
        ? [
            {
              kind: 'label',
              key: `saved ${i}`,
              place,
              align: 'start',
              size: 's',
              mono: true,
              text,
              ghost: !isRoot(state),
            },
          ]
        : [];
    }),
    ...(saved[5]
      ? [
          {
            kind: 'label',
            key: 'saved 5',
            place: saved[5],
            align: 'start',
            size: 's',
            text: both(`inject ${entry}`, `注入 ${entry}`),
          } as const,
        ]
      : []),
  ];
}

const hostMarks = ({ hostTitle, hostFields }: Layout): readonly Mark[] => [
  { kind: 'label', key: 'host', place: hostTitle, align: 'start', size: 's', text: words.hostState },
  {
    kind: 'label',
    key: 'host fields',
    place: hostFields,
    align: 'start',
    size: 's',
    text: words.hostFields,
    about: words.hostAbout,
  },
];
