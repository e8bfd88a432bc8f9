import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { prelude } from '#sim/x86/prelude.ts';

/** How a boot ended. `code` is the byte written to the debug-exit port. */
export interface Booted {
  readonly serial: Uint8Array;
  readonly end: 'debug-exit' | 'halted' | 'triple-fault' | 'timeout';
  readonly code?: number;
}

const onPath = (name: string): string | undefined =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file));

const tool = (variable: string, name: string): string | undefined => process.env[variable] ?? onPath(name);

/** The real assembler and the real machine emulator, or undefined for what is not here. */
export const tools = (): { readonly nasm: string | undefined; readonly qemu: string | undefined } => ({
  nasm: tool('NASM', 'nasm'),
  qemu: tool('QEMU', 'qemu-system-i386'),
});

const mayInstall = (): boolean =>
  (process.env.CI !== undefined || process.env.HYPERVISIBLE_INSTALL !== undefined) &&
  process.getuid?.() === 0 &&
  onPath('apt-get') !== undefined;

/** Installs what is missing where that is wanted and allowed (a check run by root), and says whether both tools are here now. */
export function prepareTools(): boolean {
  const { nasm, qemu } = tools();
  if ((nasm === undefined || qemu === undefined) && mayInstall()) {
    const quiet = {
      stdio: 'ignore',
      timeout: 180_000,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    } as const;
    try {
      execFileSync('apt-get', ['update', '-qq'], quiet);
      execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'nasm', 'qemu-system-x86'], quiet);
    } catch {
      return false;
    }
  }
  const now = tools();
  return now.nasm !== undefined && now.qemu !== undefined;
}

/** Of two registers, XCHG may name either first: NASM 2.16.01 and 2.16.03 chose differently, and we go with the later. */
const swapped = (source: string): string =>
  source.replaceAll(/\b(xchg +)(\w{2,3}) *, *(\w{2,3})(?= *(?:;|$))/gm, '$1$3, $2');
let order: 'as it is' | 'swapped' | undefined;

/** A source for the NASM that is here, so that it writes what the latest would. */
export function forThisNasm(source: string): string {
  // 86 D1 is XCHG of CL, named as r/m, and DL.
  order ??= runNasm('bits 32\nxchg cl, dl\n', [])[1] === 0xd1 ? 'as it is' : 'swapped';
  return order === 'swapped' ? swapped(source) : source;
}

/** What real NASM makes of a program that includes `prelude.inc`: the bytes of `-f bin`, or its complaints. */
export const assembleWithNasm = (source: string, defines: readonly string[] = []): Uint8Array | string =>
  runNasm(forThisNasm(source), defines);

function runNasm(source: string, defines: readonly string[]): Uint8Array | string {
  const folder = mkdtempSync(join(tmpdir(), 'nasm-'));
  try {
    writeFileSync(join(folder, 'prelude.inc'), prelude);
    writeFileSync(join(folder, 'guest.asm'), source);
    execFileSync(
      tools().nasm ?? 'nasm',
      ['-f', 'bin', ...defines.map((name) => `-d${name}`), '-o', 'guest.bin', 'guest.asm'],
      {
        cwd: folder,
        stdio: 'pipe',
      },
    );
    return new Uint8Array(readFileSync(join(folder, 'guest.bin')));
  } catch (error) {
    return error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// The default machine and processor of `qemu-system-i386 -kernel`, without the devices nobody looks at: a boot takes 60 ms.
const options = (folder: string): string[] => [
  ...['-kernel', join(folder, 'guest.bin'), '-serial', `file:${join(folder, 'serial')}`, '-qmp', 'stdio'],
  ...'-m 16 -nodefaults -vga none -display none -no-reboot -device isa-debug-exit,iobase=0xf4,iosize=1'.split(' '),
];

const asked = (name: string, args: object = {}): string => `${JSON.stringify({ execute: name, arguments: args })}\n`;

// QEMU says nothing of a processor that sleeps for good, so we ask: HLT=1 with IF (bit 9 of EFLAGS) clear.
const sleepsForGood = (registers: string): boolean =>
  /HLT=1/.test(registers) && (Number.parseInt(/EFL=([0-9a-f]+)/.exec(registers)?.[1] ?? 'ffff', 16) & 0x200) === 0;

/** Boots an image in QEMU and waits for its end, at most `limit` milliseconds; a busy computer gets a second chance. */
export async function bootInQemu(image: Uint8Array, limit = 10_000): Promise<Booted> {
  const booted = await bootOnce(image, limit);
  return booted.end === 'timeout' ? bootOnce(image, limit) : booted;
}

function bootOnce(image: Uint8Array, limit: number): Promise<Booted> {
  const folder = mkdtempSync(join(tmpdir(), 'qemu-'));
  writeFileSync(join(folder, 'guest.bin'), image);
  const machine = spawn(tools().qemu ?? 'qemu-system-i386', options(folder), { stdio: ['pipe', 'pipe', 'pipe'] });
  let seen: Booted['end'] | undefined;
  let complaints = '';
  machine.stderr.on('data', (words) => {
    complaints += words;
  });
  const over = (end: Booted['end']): void => {
    seen = end;
    machine.kill('SIGKILL');
  };
  machine.stdin.on('error', () => undefined);
  machine.stdin.write(asked('qmp_capabilities'));
  const asking = setInterval(
    () => machine.stdin.write(asked('human-monitor-command', { 'command-line': 'info registers' })),
    1000,
  );
  const giveUp = setTimeout(() => over('timeout'), limit);
  let heard = '';
  machine.stdout.on('data', (words) => {
    heard += words;
    const lines = heard.split('\n');
    heard = lines.pop() ?? '';
    if (lines.some((line) => line.includes('guest-reset'))) seen = 'triple-fault';
    else if (lines.some(sleepsForGood)) over('halted');
  });
  return new Promise((resolve, reject) => {
    machine.on('error', reject);
    machine.on('close', (status, signal) => {
      clearInterval(asking);
      clearTimeout(giveUp);
      const serial = new Uint8Array(existsSync(join(folder, 'serial')) ? readFileSync(join(folder, 'serial')) : []);
      rmSync(folder, { recursive: true, force: true });
      // isa-debug-exit ends QEMU with twice the byte and one; QEMU gives up by a signal on what it cannot emulate.
      if (status !== null && status % 2 === 1) resolve({ serial, end: 'debug-exit', code: status >> 1 });
      else if (seen !== undefined) resolve({ serial, end: seen });
      else reject(new Error(`QEMU ended with ${status ?? signal}: ${complaints.slice(0, 200)}`));
    });
  });
}
