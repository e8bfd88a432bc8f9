import type { Mark, Sheet } from '#kit/mark.ts';
import { both, type Text } from '#kit/text.ts';
import { transmitQueue } from '#sim/io/addressMap.ts';
import { isDirect, isParavirtual } from '#sim/io/machine.ts';
import { readQueue } from '#sim/io/virtqueue.ts';
import type { Layout } from './layout.ts';
import { shownGuest } from './slots.ts';
import type { State } from './state.ts';
import { labels } from './words.ts';

/** 0010_2000: addresses are grouped by four. */
const grouped = (address: number): string => {
  const hex = address.toString(16).padStart(8, '0');
  return `${hex.slice(0, 4)}_${hex.slice(4)}`;
};

/** The numbers behind the picture, the last arrivals, and the host. */
export function detailMarks(state: State, { details, arrived, host }: Layout, sheet: Sheet): readonly Mark[] {
  const lines = linesOf(state).slice(0, details.length);
  const last = state.machine.arrivals.slice(sheet === 'wide' ? -9 : -6);
  const names = last.map(({ guest, item }) => `${guest === 0 ? 'A' : 'B'}${item}`).join(' ');
  return [
    ...lines.flatMap((line, i): Mark[] => {
      const place = details[i];
      return place
        ? [{ kind: 'label', key: `detail-${i}`, place, text: line, size: 's', align: 'start', mono: true }]
        : [];
    }),
    {
      kind: 'label',
      key: 'arrived',
      place: arrived,
      text: both(
        `${labels.wire.en} ${names || labels.none.en}`,
        `${labels.wire['zh-CN']}${names || labels.none['zh-CN']}`,
      ),
      size: 's',
      align: 'start',
    },
    { kind: 'label', key: 'host', place: host, text: labels.host(state.host), size: 's', align: 'end' },
  ];
}

/** The indices that both sides go by, and the address in the device’s hands. */
function linesOf(state: State): readonly (string | Text)[] {
  const { machine, held } = state;
  const { base, registers } = shownGuest(state);
  const address = machine.cargo && held ? [`addr ${grouped(held.address)}`] : [];
  if (machine.setup.road === 'emulated' && machine.setup.request === 'read') return address;
  if (!isParavirtual(machine.setup)) {
    const head = isDirect(machine.setup) && machine.setup.request === 'read' ? 'SQ' : 'TD';
    return [`${head}H ${registers.tdh} ${head}T ${registers.tdt}`, ...address];
  }
  const transmit = readQueue(machine.memory, transmitQueue(base));
  const event = {
    off: [],
    flags: [`NO_NOTIFY ${transmit.usedFlags}`],
    event: [`avail_event ${transmit.availableEvent}`],
  }[machine.setup.suppression];
  return [`avail.idx ${transmit.availableIndex}`, `used.idx ${transmit.usedIndex}`, ...event, ...address];
}
