/**
 * The serial port of a PC, as National Semiconductor's PC16550D data sheet
 * describes it, without the line: a byte written is sent at once, none ever
 * comes in, and the modem lines say that the other side listens.
 */
export interface Uart {
  interruptEnable: number;
  lineControl: number;
  modemControl: number;
  scratch: number;
  divisor: number;
  fifo: boolean;
  /** The transmitter is empty and has not yet been asked why it interrupts. */
  emptied: boolean;
  /** Everything sent, a character a byte. */
  sent: string;
}

/** After QEMU's firmware: OUT2 set, everything else at rest. */
export const idleUart = (): Uart => ({
  interruptEnable: 0,
  lineControl: 0,
  modemControl: 0x08,
  scratch: 0,
  divisor: 12,
  fifo: false,
  emptied: false,
  sent: '',
});

const DLAB = 0x80;
const LOOP = 0x10;
const OUT2 = 0x08;
const ETBEI = 0x02;
/** Transmitter and holding register empty. */
const EMPTY = 0x60;
/** CTS, DSR and DCD. */
const LISTENING = 0xb0;

/** Whether it asserts its interrupt line, IRQ 4. */
export const uartInterrupts = ({ emptied, interruptEnable, modemControl }: Uart): boolean =>
  emptied && (interruptEnable & ETBEI) !== 0 && (modemControl & OUT2) !== 0;

/** Reads the register at this offset from the base port. Reading IIR ends the transmitter's interrupt. */
export function readUart(uart: Uart, register: number): number {
  const latch = (uart.lineControl & DLAB) !== 0;
  switch (register & 7) {
    case 0:
      return latch ? uart.divisor & 0xff : 0;
    case 1:
      return latch ? uart.divisor >> 8 : uart.interruptEnable;
    case 2:
      return identify(uart);
    case 3:
      return uart.lineControl;
    case 4:
      return uart.modemControl;
    case 5:
      return EMPTY;
    case 6:
      return modemStatus(uart);
    default:
      return uart.scratch;
  }
}

function identify(uart: Uart): number {
  const pending = uart.emptied && (uart.interruptEnable & ETBEI) !== 0;
  if (pending) uart.emptied = false;
  return (pending ? 2 : 1) | (uart.fifo ? 0xc0 : 0);
}

/** In loopback the four outputs come back as inputs. */
function modemStatus({ modemControl }: Uart): number {
  if ((modemControl & LOOP) === 0) return LISTENING;
  return ((modemControl & 1) << 5) | ((modemControl & 2) << 3) | ((modemControl & 0xc) << 4);
}

/** Whether a byte that is written at this offset is one to be sent. */
export const transmits = ({ lineControl }: Uart, register: number): boolean =>
  register === 0 && (lineControl & DLAB) === 0;

/** Writes a byte to the register at this offset from the base port. */
export function writeUart(uart: Uart, register: number, value: number): void {
  const latch = (uart.lineControl & DLAB) !== 0;
  switch (register & 7) {
    case 0:
      if (latch) uart.divisor = (uart.divisor & 0xff00) | value;
      else transmit(uart, value);
      return;
    case 1:
      if (latch) uart.divisor = (uart.divisor & 0xff) | (value << 8);
      else enable(uart, value & 0xf);
      return;
    case 2:
      uart.fifo = (value & 1) !== 0;
      return;
    case 3:
      uart.lineControl = value;
      return;
    case 4:
      uart.modemControl = value & 0x1f;
      return;
    case 7:
      uart.scratch = value;
      return;
    default:
      return;
  }
}

/** In loopback the byte stays inside. */
function transmit(uart: Uart, value: number): void {
  if ((uart.modemControl & LOOP) === 0) uart.sent += String.fromCharCode(value);
  uart.emptied = true;
}

/** Enabling the transmitter's interrupt while it is empty raises it. */
function enable(uart: Uart, value: number): void {
  if ((value & ~uart.interruptEnable & ETBEI) !== 0) uart.emptied = true;
  uart.interruptEnable = value;
}
