import { readCommand, requestOf, writeCommand, writeMask } from './pic.ts';
import { acknowledgePics, CASCADE, connect, copyPics, firmwarePics, type Pics, pendingVector, setIrq } from './pics.ts';
import { firmwarePit, type Pit, passEdges, readCount, writeControl, writeCount } from './pit.ts';
import { idleUart, readUart, transmits, type Uart, uartInterrupts, writeUart } from './uart.ts';

/** The devices of the PC and what they have to say to the processor. Changed in place. */
export interface Devices {
  readonly uart: Uart;
  readonly pics: Pics;
  readonly pit: Pit;
  /** The status that QEMU's process would end with, once a byte was written to its `isa-debug-exit`: twice the byte and one, of which 8 bits. */
  exit: number | undefined;
  /** The line to the processor's INTR pin. */
  interrupting: boolean;
  /** When `tickDevices` next has something to do; 0 after an exit. */
  nextEvent: number;
}

const COM1 = 0x3f8;
const DEBUG_EXIT = 0xf4;
const IRQ_TIMER = 0;
const IRQ_COM1 = 4;

/** Devices as the firmware of a PC under QEMU leaves them to a kernel, at time 0. */
export function firmwareDevices(): Devices {
  const pit = firmwarePit();
  return {
    uart: idleUart(),
    pics: firmwarePics(),
    pit,
    exit: undefined,
    interrupting: false,
    nextEvent: pit.rises,
  };
}

export const copyDevices = (devices: Devices): Devices => ({
  ...devices,
  uart: { ...devices.uart },
  pics: copyPics(devices.pics),
  pit: { ...devices.pit },
});

/** Lets the timer's edges up to this time happen. */
export function tickDevices(devices: Devices, now: number): void {
  if (devices.pit.rises > now) return;
  passEdges(devices.pit, now);
  setIrq(devices.pics, IRQ_TIMER, false);
  setIrq(devices.pics, IRQ_TIMER, true);
  settle(devices);
}

/** Works out again what follows from the devices' states. */
function settle(devices: Devices): void {
  setIrq(devices.pics, IRQ_COM1, uartInterrupts(devices.uart));
  devices.interrupting = requestOf(devices.pics.master, CASCADE) !== undefined;
  devices.nextEvent = devices.exit === undefined ? devices.pit.rises : 0;
}

/** The vector that the PIC would give now, without acknowledging it. */
export const pendingInterrupt = (devices: Devices): number | undefined => pendingVector(devices.pics);

/** Takes the pending interrupt: its vector. */
export function acknowledgeInterrupt(devices: Devices): number {
  const vector = acknowledgePics(devices.pics);
  settle(devices);
  return vector;
}

/** Reads 1, 2 or 4 bytes at a port. A port that no device answers reads as ones. */
export function readPort(devices: Devices, port: number, size: number, now: number): number {
  let value = 0;
  for (let i = 0; i < size; i++) value |= readByteAt(devices, port + i, now) << (8 * i);
  settle(devices);
  return value >>> 0;
}

function readByteAt(devices: Devices, port: number, now: number): number {
  const { master, slave } = devices.pics;
  if (port >= COM1 && port < COM1 + 8) return readUart(devices.uart, port - COM1);
  switch (port) {
    case 0x20:
      return readCommand(master, CASCADE);
    case 0x21:
      return master.masked;
    case 0xa0:
      return readCommand(slave, 0);
    case 0xa1:
      return slave.masked;
    case 0x40:
      return readCount(devices.pit, now);
    default:
      return 0xff;
  }
}

/** Writes 1, 2 or 4 bytes to a port; to a port that no device answers they are lost. */
export function writePort(devices: Devices, port: number, size: number, value: number, now: number): void {
  for (let i = 0; i < size; i++) writeByteAt(devices, port + i, (value >>> (8 * i)) & 0xff, now);
  connect(devices.pics);
  settle(devices);
}

function writeByteAt(devices: Devices, port: number, value: number, now: number): void {
  const { master, slave } = devices.pics;
  if (port >= COM1 && port < COM1 + 8) {
    // While a byte is sent the line is down: its rise is a new edge, also where nobody asked why it was up.
    if (transmits(devices.uart, port - COM1)) setIrq(devices.pics, IRQ_COM1, false);
    writeUart(devices.uart, port - COM1, value);
  }
  switch (port) {
    case 0x20:
      writeCommand(master, value);
      return;
    case 0x21:
      writeMask(master, value);
      return;
    case 0xa0:
      writeCommand(slave, value);
      return;
    case 0xa1:
      writeMask(slave, value);
      return;
    case 0x40:
      writeCount(devices.pit, value, now);
      return;
    case 0x43:
      writeControl(devices.pit, value, now);
      return;
    case DEBUG_EXIT:
      devices.exit = ((value << 1) | 1) & 0xff;
      return;
    default:
      return;
  }
}

/** Whether a processor that waits with interrupts on will ever be woken. */
export function mayInterrupt({ pics, pit, interrupting }: Devices): boolean {
  if (interrupting) return true;
  const { master } = pics;
  const asked = { ...master, requested: master.requested | (1 << IRQ_TIMER) };
  return pit.rises !== Number.POSITIVE_INFINITY && requestOf(asked, CASCADE) === IRQ_TIMER;
}
