import { makePic, type Pic, requestOf, serve, setLine } from './pic.ts';

/** The pair as a PC wires it: the slave's output is the master's IR2. */
export interface Pics {
  readonly master: Pic;
  readonly slave: Pic;
}

/** The master's input that the slave is wired to, as a bit for special fully nested mode. */
export const CASCADE = 1 << 2;
const SPURIOUS = 7;

/** As QEMU's firmware leaves them: vectors 08h and 70h, and its own devices' inputs open. */
export const firmwarePics = (): Pics => ({ master: makePic(0x08, 0xb8), slave: makePic(0x70, 0x8e) });

export const copyPics = ({ master, slave }: Pics): Pics => ({ master: { ...master }, slave: { ...slave } });

/** An interrupt line of the PC, IRQ 0 to 15, goes high or low. */
export function setIrq(pics: Pics, irq: number, high: boolean): void {
  setLine(irq < 8 ? pics.master : pics.slave, irq & 7, high);
  connect(pics);
}

/** The slave's output drives the master's IR2; to be called after anything changed in the slave. */
export function connect({ master, slave }: Pics): void {
  setLine(master, 2, requestOf(slave, 0) !== undefined);
}

/** The vector that the processor would get now, without taking it; undefined where none is requested. */
export function pendingVector({ master, slave }: Pics): number | undefined {
  const input = requestOf(master, CASCADE);
  if (input === undefined) return undefined;
  return input === 2 ? slave.base + (requestOf(slave, 0) ?? SPURIOUS) : master.base + input;
}

/** The processor's two acknowledge cycles: the vector. A request that has gone away meanwhile is the spurious IR7, not in service. */
export function acknowledgePics(pics: Pics): number {
  const { master, slave } = pics;
  const input = requestOf(master, CASCADE);
  if (input === undefined) return master.base + SPURIOUS;
  serve(master, input);
  if (input !== 2) return master.base + input;
  const second = requestOf(slave, 0);
  if (second !== undefined) serve(slave, second);
  // Edge and level meet at the cascade: a further request of the slave is a new edge.
  setLine(master, 2, false);
  connect(pics);
  return slave.base + (second ?? SPURIOUS);
}
