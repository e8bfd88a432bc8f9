import type { Op, Ports } from './op.ts';

/**
 * Port accesses of Linux's libata driver for a read: counts per port as
 * measured on an unmodified Linux 6.1 guest (a PIO read of 4 KiB: 1F6h written
 * twice, 1F1h to 1F5h and 1F7h once, 1F7h read 5 times, 3F6h 4 times, the
 * bus-master registers twice; a DMA read: 26 in all). Their order follows
 * drivers/ata/libata-sff.c; how the DMA read's 8 status reads divide is assumed.
 */
export interface PortAccess {
  readonly port: 'data' | '1F1' | '1F2' | '1F3' | '1F4' | '1F5' | '1F6' | '1F7' | '3F6' | 'bm';
  readonly write: boolean;
}
const read = (port: PortAccess['port']): PortAccess => ({ port, write: false });
const write = (port: PortAccess['port']): PortAccess => ({ port, write: true });

/** Device, features, count, three of the block's address, device again, command. */
const taskFile = (['1F6', '1F1', '1F2', '1F3', '1F4', '1F5', '1F6', '1F7'] as const).map(write);
const program = [read('3F6'), read('1F7'), ...taskFile, read('3F6')];

/** Bytes that one IDE command moves here in PIO mode, and of one sector. */
export const COMMAND = 4096;
export const SECTOR = 512;

export function portAccesses(ports: Ports, mode: 'pio' | 'dma', portBits: 16 | 32): readonly PortAccess[] {
  switch (ports) {
    case 'program':
      return mode === 'pio' ? program : [write('bm'), read('bm'), write('bm'), ...program];
    case 'start':
      return [read('bm'), write('bm')];
    case 'check':
      return mode === 'pio'
        ? [read('3F6'), read('1F7'), read('1F7')]
        : [read('3F6'), read('bm'), read('bm'), write('bm'), read('3F6'), read('1F7')];
    case 'sector':
      return Array.from({ length: (SECTOR * 8) / portBits }, () => read('data'));
    case 'finish':
      return mode === 'pio'
        ? [read('1F7'), read('3F6'), read('1F7'), read('bm'), write('bm')]
        : [read('1F7'), read('bm'), write('bm'), read('1F7')];
  }
}

/** What the driver does for one command, event by event. */
export function ideCommand(guest: number, mode: 'pio' | 'dma', item: number, part: number): readonly Op[] {
  const ports = (name: Ports, at = part): Op => ({ do: 'ports', guest, ports: name, item, part: at });
  if (mode === 'dma')
    return [{ do: 'describe', guest, item }, ports('program'), ports('start'), ports('check'), ports('finish')];
  const sectors = Array.from({ length: COMMAND / SECTOR }, (_, i) => ports('sector', (part * COMMAND) / SECTOR + i));
  return [ports('program'), ports('check'), ...sectors, ports('finish')];
}
