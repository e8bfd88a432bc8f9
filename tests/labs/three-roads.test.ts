import { describe, expect, test } from 'vitest';
import { readRun } from '#kit/link.ts';
import { replay, stepTimes } from '#kit/replay.ts';
import { takeMoves } from '#kit/run.ts';
import { locales, say } from '#kit/text.ts';
import lab from '#labs/three-roads/lab.ts';
import { refusalOf } from '#labs/three-roads/model.ts';
import type { State } from '#labs/three-roads/state.ts';

type Link = Record<string, string>;

/** The state that a link tells. */
function tell(link: Link): State {
  const { run, dropped } = readRun(lab.controls, link);
  expect(dropped).toEqual([]);
  return replay(lab as never, run.params, takeMoves(run.moves, run.at));
}
const tellAll = (link: Link): State => {
  const { run } = readRun(lab.controls, link);
  return stepTimes(lab as never, replay(lab as never, run.params, run.moves), 30_000) as State;
};
const reading = (state: State, name: string) => lab.readings(state)[name]?.value;
const moment = (name: string): State => tell(lab.moments[name] as Link);

describe('64 packets in batches of 8', () => {
  const bill = (road: string) => {
    const state = tellAll({ road, packets: '64', batch: '8' });
    return ['exits', 'kicks', 'interrupts', 'copies', 'contextSwitches', 'delivered', 'bytes'].map((name) =>
      reading(state, name),
    );
  };
  test('are 384 exits through an emulated e1000, 8 through a virtqueue, none through a real device', () => {
    expect(bill('emulated')).toEqual([384, 64, 64, 128, 0, 64, 96_896]);
    expect(bill('virtio')).toEqual([8, 8, 8, 64, 8, 64, 96_896]);
    expect(bill('vhost')).toEqual([8, 8, 8, 64, 8, 64, 96_896]);
    expect(bill('passthrough')).toEqual([0, 8, 8, 0, 0, 64, 96_896]);
    expect(bill('sriov')).toEqual([0, 8, 8, 0, 0, 64, 96_896]);
  });
  test('cost what the prices say: each count times its price', () => {
    const state = tellAll({ road: 'vhost', packets: '64', batch: '8', exit: '4000', copy: '0', interrupt: '0' });
    expect(reading(state, 'cyclesPerPacket')).toBe((8 * 4000 + 8 * 6000) / 64);
  });
  test('grow cheaper from road to road', () => {
    const costs = ['emulated', 'virtio', 'vhost', 'passthrough'].map((road) =>
      Number(reading(tellAll({ road, packets: '64', batch: '8' }), 'cyclesPerPacket')),
    );
    expect(costs).toEqual(costs.toSorted((a, b) => b - a));
  });
  test('each assumed price says so, and the measured ones say where', () => {
    const sources = Object.values(lab.readings(tell({}))).flatMap(({ source }) => (source ? [source] : []));
    expect(sources).toHaveLength(6);
    for (const source of sources) expect(source.en).toMatch(/measured|assumption|model/);
  });
});

describe('what a road takes away', () => {
  const afterMove = (road: string, verb: string, more: Link = {}) =>
    tell({ road, ...more, moves: `4 ${verb}`, at: '5' }).deed?.refused;
  test('a guest moves to another host as long as its device is software', () => {
    const refused = ['emulated', 'virtio', 'vhost', 'passthrough', 'sriov'].map((road) => afterMove(road, 'migrate'));
    expect(refused).toEqual([undefined, undefined, undefined, 'device-state', 'device-state']);
    const moved = tellAll({ road: 'virtio', moves: '20 migrate 30 migrate', packets: '20' });
    expect([reading(moved, 'host'), reading(moved, 'delivered')]).toEqual([3, 20]);
  });
  test('two guests share every device but a whole physical function', () => {
    const refused = ['emulated', 'virtio', 'vhost', 'passthrough', 'sriov'].map((road) => afterMove(road, 'share'));
    expect(refused).toEqual([undefined, undefined, undefined, 'whole-device', undefined]);
    expect(afterMove('sriov', 'share', { iommu: 'false' })).toBe('no-iommu');
    expect(reading(tellAll({ road: 'sriov', moves: '9 share' }), 'delivered')).toBe(32);
  });
  test('a forged address reaches the neighbour on one road only: a real device without an IOMMU', () => {
    const outcome = (link: Link) => {
      const state = tellAll({ ...link, moves: 'hostile' });
      return ['breaches', 'dmaFaults', 'refused', 'delivered'].map((name) => reading(state, name));
    };
    expect(outcome({ road: 'passthrough', iommu: 'false' })).toEqual([1, 0, 0, 16]);
    expect(outcome({ road: 'passthrough' })).toEqual([0, 1, 0, 16]);
    expect(outcome({ road: 'sriov' })).toEqual([0, 1, 0, 16]);
    for (const road of ['emulated', 'virtio', 'vhost']) expect(outcome({ road })).toEqual([0, 0, 1, 16]);
    expect(refusalOf(tell({ request: 'read', blockMode: 'pio' }), 'hostile')).toBe('no-address');
  });
  test('a refusal says why, changes nothing, and the run goes on', () => {
    const state = tell({ road: 'passthrough', moves: '4 migrate', at: '5' });
    expect(lab.caption(state).en).toContain('inside the hardware');
    expect(state.machine).toEqual(tell({ road: 'passthrough', at: '4' }).machine);
    expect(reading(tellAll({ road: 'passthrough', moves: '4 migrate' }), 'delivered')).toBe(16);
  });
});

describe('the moments are what their names say', () => {
  test.each([
    ['tdt-exit', 'touches TDT'],
    ['device-model', 'QEMU’s e1000 model takes the new tail'],
    ['first-copy', 'copies the packet out of guest memory'],
    ['second-copy', 'a second time'],
    ['handler', 'touches ICR'],
    ['virtio-filled', 'no one is called'],
    ['virtio-kick', 'once for the whole batch'],
    ['virtio-copy', 'the only copy'],
    ['kick-kept', 'leaves the notification out'],
    ['vhost-kick', 'ioeventfd'],
    ['vhost-worker', 'no system call'],
    ['doorbell', 'nothing exits'],
    ['dma', 'no processor copies it'],
    ['posted', 'without an exit'],
    ['not-posted', 'has to be left'],
    ['migrate-refused', 'No migration'],
    ['migrated', 'host 2'],
    ['leak', 'reads guest B’s page'],
    ['fault', 'the access is blocked'],
    ['hostile-virtio', 'refuses it'],
    ['pio', '128 accesses'],
    ['disk-dma', 'straight into the guest’s buffer'],
    ['disk-virtio', 'page cache'],
    ['emulated-end', 'All is done: 16 delivered, with 96 exits'],
    ['virtio-end', 'All is done: 64 delivered, with 8 exits'],
    ['passthrough-end', 'All is done: 64 delivered, with 0 exits'],
  ])('%s: %s', (name, words) => {
    expect(lab.caption(moment(name)).en).toContain(words);
  });
  test('in two-functions guest B rings its own function’s doorbell', () => {
    const state = moment('two-functions');
    expect([state.last?.do, state.last?.guest]).toEqual(['doorbell', 1]);
    const device = lab.scene(state, 'wide').find(({ key }) => key === 'device');
    expect(device).toMatchObject({ sub: { en: 'VF 01:10.2' } });
  });
});

describe('the picture', () => {
  test('a crossing carries the number that was counted: 128 for a sector, 1 for a kick', () => {
    const badge = (name: string) => lab.scene(moment(name), 'wide').find(({ key }) => key === 'exit');
    expect(badge('pio')).toMatchObject({ tone: 'cross' });
    expect(lab.scene(moment('pio'), 'wide').find(({ key }) => key === 'times-exit')).toMatchObject({ text: '× 128' });
    expect(badge('virtio-kick')).toMatchObject({ tone: 'cross', text: '1' });
    expect(lab.scene(moment('doorbell'), 'wide').some(({ tone }) => tone === 'cross')).toBe(false);
  });
  test('a slot passes from the driver to the device and back', () => {
    const slotAt = (at: number) => {
      const slot = lab.scene(tell({ road: 'virtio', at: String(at) }), 'wide').find(({ key }) => key === 'slot-0');
      return slot?.kind === 'box' && typeof slot.sub === 'object' ? slot.sub.en : 'free';
    };
    expect([1, 2, 3, 8, 10, 12].map(slotAt)).toEqual(['free', 'driver', 'device', 'device', 'done', 'free']);
  });

  /** Units that a text takes at a letter size: sans .55 em and mono .6 em a letter, 1 em a Chinese one. */
  const widthOf = (words: string, size: number, mono: boolean): number =>
    [...words].reduce((sum, c) => sum + (c > '⺀' ? 1 : mono ? 0.6 : 0.55) * size, 0);
  test.each(Object.entries(lab.moments))('has room for its words all along %s, in both languages', (_name, link) => {
    const { run } = readRun(lab.controls, link);
    let state = replay(lab as never, run.params, run.moves) as State;
    for (let i = 0; i < 60; i++) {
      for (const sheet of ['wide', 'tall'] as const) {
        const marks = lab.scene(state, sheet);
        expect(marks.length).toBeLessThanOrEqual(60);
        for (const mark of marks) {
          if (mark.kind !== 'box') continue;
          for (const words of [mark.text, mark.sub])
            for (const locale of words === undefined ? [] : locales)
              expect(
                widthOf(say(words ?? '', locale), sheet === 'wide' ? 19 : 12.5, false),
                `${sheet} ${mark.key}: ${say(words ?? '', locale)}`,
              ).toBeLessThanOrEqual(mark.place.w);
        }
      }
      state = lab.model.step(state);
    }
  });
});

describe('the machine’s questions', () => {
  /** The options of every question that is asked on the way, with the right one. */
  function asked(link: Link) {
    const { run } = readRun(lab.controls, link);
    let state = replay(lab as never, run.params, run.moves) as State;
    const all: Record<string, { right: string; whys: Record<string, string> }> = {};
    for (let next = lab.model.step(state); next !== state; next = lab.model.step(state)) {
      const ask = lab.asks?.(state);
      if (ask) {
        const whys = Object.fromEntries(Object.entries(ask.options).map(([key, { why }]) => [key, why.en]));
        all[ask.key] = { right: ask.right(next), whys };
      }
      state = next;
    }
    return all;
  }
  test('answer each belief with a reason of its own', () => {
    for (const link of [...Object.values(lab.moments), { road: 'vhost', backend: 'slower', suppression: 'off' }])
      for (const [key, { whys }] of Object.entries(asked(link)))
        expect(new Set(Object.values(whys)).size, key).toBe(Object.keys(whys).length);
  });
  test('say why a driver notifies: the backend sleeps, or suppression is off', () => {
    const busy = asked({ road: 'virtio', packets: '8', batch: '2', backend: 'slower', suppression: 'off' })[
      'notify-busy'
    ];
    expect(busy?.right).toBe('exit');
    expect(busy?.whys.exit).toContain('Suppression is off');
    const idle = asked({ road: 'virtio', packets: '8', batch: '2', suppression: 'flags' })['notify-idle'];
    expect(idle?.right).toBe('exit');
    expect(idle?.whys.exit).not.toContain('uppression');
  });
});

test('one guest that moves is one guest, and its numbers are listed as each language lists', () => {
  const alone = lab.caption(tell({ moves: '2 migrate', at: '3' }));
  expect(alone.en).toContain('The guest now runs on host 2');
  expect(alone['zh-CN']).toMatch(/TDH \d+、TDT/);
  expect(lab.caption(tell({ moves: '2 share migrate', at: '4' })).en).toContain('The guests now run on host 2');
});
test('of an IDE disk no ring and no register of a network card is told', () => {
  for (const moves of ['2 migrate', '2 share', '0']) {
    const caption = lab.caption(tell({ request: 'read', moves, at: moves === '0' ? '0' : '3' })).en;
    expect(caption).not.toMatch(/ring|TDH/);
  }
});

test('the ring that is told is the one there is: none on an IDE disk, a submission queue on NVMe, no receive queue on a disk', () => {
  const ring = (link: Link) => Object.keys((reading(tellAll(link), 'ring') ?? {}) as object);
  expect(reading(tellAll({ road: 'emulated', request: 'read' }), 'ring')).toBeNull();
  expect(ring({ road: 'passthrough', request: 'read' })).toEqual(['SQH', 'SQT']);
  expect(ring({ road: 'emulated' })).toContain('TDT');
  expect(ring({ road: 'virtio' })).toContain('receive used.idx');
  expect(ring({ road: 'virtio', request: 'read' })).not.toContain('receive used.idx');
});

test('a guest is moved on the way when something is through before and something after', () => {
  const link = (moves: string): Link => ({ road: 'virtio', packets: '32', batch: '8', moves });
  const reached = (moves: string) => lab.goals['few-exits']?.reached(tellAll(link(moves)));
  expect(reached('60 migrate')).toBe(true);
  expect(reached('1 migrate')).toBe(false);
  expect(reached('3000 migrate')).toBe(false);
});
