import type { Mark } from '#kit/mark.ts';
import { both, type Text } from '#kit/text.ts';
import type { Layout } from './layout.ts';
import { endOf, type State } from './model.ts';
import { equivalentOf } from './readings.ts';
import { endNames, labels } from './words.ts';

/** The last bytes of the serial port, on one line. */
function sentText({ run }: State, letters: number): string {
  const all = run.guest.devices.uart.sent.replaceAll('\n', '↵').replace(/[^\x20-\x7e↵]/g, '·');
  return all.length > letters ? `…${all.slice(1 - letters)}` : all;
}

function verdictText(state: State): Text {
  const { divergence, vmm, twin } = state.run;
  const end = endOf(state);
  if (divergence) return both(`differs: ${divergence.what}`, `差异：${divergence.what}`);
  if (end !== undefined) return endNames[end] ?? both(end, end);
  return vmm.kind === 'bare' ? labels.reference : twin ? labels.equal : labels.running;
}

/** What the guest has sent, and how it stands to bare metal. */
export function outputMarks(state: State, { serial, sent, verdict }: Layout): readonly Mark[] {
  const text = sentText(state, sent);
  const isBad = state.run.divergence !== undefined || state.run.end === 'refused' || equivalentOf(state) === false;
  return [
    {
      kind: 'box',
      key: 'serial',
      place: serial,
      tone: 'data',
      size: 's',
      ...(text ? { mono: true, text: `COM1 ${text}` } : { ghost: true, text: labels.nothingSent }),
      about: both('What the guest has sent to its serial port', '客户机写到串口的内容'),
    },
    { kind: 'box', key: 'verdict', place: verdict, size: 's', text: verdictText(state), ...(isBad && { tone: 'bad' }) },
  ];
}
