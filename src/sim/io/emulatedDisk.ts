import { blockBuffer, guestMap, hostMap } from './addressMap.ts';
import { readLe, writeBytes } from './bytes.ts';
import { isOwn } from './driver.ts';
import { COMMAND, ideCommand, portAccesses, SECTOR } from './ide.ts';
import { arrive, count, doNext, guestAt, type Machine, withGuest } from './machine.ts';
import { copyBytes } from './move.ts';
import type { Op } from './op.ts';
import { payload, readPayload } from './payload.ts';

type PortsOp = Extract<Op, { do: 'ports' | 'portsInUser' }>;

/** The driver's port accesses, each of them an exit. */
export function accessPorts(machine: Machine, op: PortsOp): Machine {
  const { blockMode, port } = machine.setup;
  const exits = portAccesses(op.ports, blockMode, port).length;
  const isCommand = op.ports === (blockMode === 'pio' ? 'program' : 'start');
  const counted = count(machine, { exits, kicks: isCommand ? 1 : 0 });
  return doNext(counted, [
    { ...op, do: 'portsInUser' },
    { do: 'resume', guest: op.guest },
  ]);
}

/** The disk's contents, in the host's page cache. */
export const loadBlock = (machine: Machine, guest: number, item: number): Machine => ({
  ...machine,
  memory: writeBytes(machine.memory, hostMap.kernel, payload({ guest, item }, machine.setup.block)),
});

/** The device model answers them, and does what the last of them starts. */
export function imitatePorts(machine: Machine, op: PortsOp): Machine {
  const { setup } = machine;
  const answered = count(machine, { userReturns: portAccesses(op.ports, setup.blockMode, setup.port).length });
  switch (op.ports) {
    case 'program':
      return setup.blockMode === 'pio'
        ? doNext(startCommand(answered, op), [{ do: 'disk', guest: op.guest }])
        : startCommand(answered, op);
    case 'start':
      return doNext(answered, [{ do: 'disk', guest: op.guest }]);
    case 'check':
      return answered;
    case 'sector':
      return moveSector(answered, op);
    case 'finish':
      return endCommand(answered, op);
  }
}

/** A command in the device model's hands: where to, and which part of which block. */
function startCommand(machine: Machine, { guest, item, part }: PortsOp): Machine {
  const { setup, memory } = machine;
  const { base, taken } = guestAt(machine, guest);
  const isPio = setup.blockMode === 'pio';
  const address = isPio ? blockBuffer(taken) : readLe(memory, base + guestMap.regionTable, 4);
  return { ...machine, cargo: { slot: part, address, length: isPio ? COMMAND : setup.block, item } };
}

/** The device model reads the block: into a buffer of its own in PIO mode, by DMA straight into the guest. */
export function readDisk(machine: Machine, id: number): Machine {
  const { cargo, setup } = machine;
  if (!cargo) return machine;
  const loaded = withGuest(loadBlock(machine, id, cargo.item), id, { pending: true });
  if (setup.blockMode === 'pio')
    return copyBytes(loaded, hostMap.kernel + cargo.slot * COMMAND, hostMap.bounce, COMMAND, cargo.slot === 0 ? 1 : 0);
  if (!isOwn(cargo.address, cargo.length))
    return count({ ...loaded, cargo: { ...cargo, stopped: 'refused' } }, { refused: 1 });
  return copyBytes(loaded, hostMap.kernel, guestAt(machine, id).base + cargo.address, cargo.length);
}

/** The guest's processor carries a sector from the data port to memory, word by word. */
function moveSector(machine: Machine, { guest, part }: PortsOp): Machine {
  const { base, taken } = guestAt(machine, guest);
  const from = hostMap.bounce + ((part * SECTOR) % COMMAND);
  return copyBytes(machine, from, base + blockBuffer(taken) + part * SECTOR, SECTOR, part === 0 ? 1 : 0);
}

function endCommand(machine: Machine, { guest, item, part }: PortsOp): Machine {
  const { setup, cargo } = machine;
  const isPio = setup.blockMode === 'pio';
  if (isPio && (part + 1) * COMMAND < setup.block) return continueWith(machine, guest, item, part + 1);
  const { base, taken } = guestAt(machine, guest);
  const address = base + (isPio ? blockBuffer(taken) : (cargo?.address ?? 0));
  const done = { ...withGuest(machine, guest, { taken: taken + 1 }), cargo: undefined };
  return cargo?.stopped ? done : arrive(done, guest, readPayload(machine.memory, address, setup.block), setup.block);
}

/** The next command, once the guest runs again. */
function continueWith(machine: Machine, guest: number, item: number, part: number): Machine {
  const [resume, ...rest] = machine.todo;
  return { ...machine, todo: [...(resume ? [resume] : []), ...ideCommand(guest, 'pio', item, part), ...rest] };
}
