import type { LayerKind, Privilege } from '../systems/system.ts';

/** A layer of a running system, as far as a request’s way through it depends on it. */
export interface StackLayer {
  readonly id: string;
  readonly is: LayerKind;
  /** Its own name, where it has one: `kvm.ko`. */
  readonly name?: string;
  readonly in?: Privilege;
  /** A kernel that was changed to call the monitor. */
  readonly changed?: boolean;
  /** What is entered when it traps, and what runs it. Only the hardware lies on nothing. */
  readonly on?: string;
  /** Its address space. Between layers of one space there is no boundary to cross, and none to stop a crash. */
  readonly space: string;
  /** What a scheduler switches to in order to run it. A layer without one runs on whatever thread entered it. */
  readonly thread?: string;
  /** Layers whose memory it can read in place; what another hands over is copied. */
  readonly maps?: readonly string[];
  /** What it cannot live without, besides what it lies on: a program’s kernel, the process that a virtual machine belongs to. */
  readonly dependsOn?: string;
  /** Its instructions are data to the layer in whose space it is: it cannot hurt that layer. */
  readonly interpreted?: boolean;
  /** Every guest has one of its own. */
  readonly perGuest?: boolean;
  /** When it dies, the monitor restarts the whole machine, unless told not to. */
  readonly vital?: boolean;
}

/** How the guest’s kernel is run: by the chapter’s techniques, or there is none. */
export type Way = 'assist' | 'trap' | 'para' | 'translate' | 'share' | 'library' | 'language';

/** Who keeps the page tables that the processor walks. */
export type Tables =
  /** The guest’s kernel, with a second level below; or the emulator, which keeps both. */
  | 'own'
  /** The monitor, as shadows of the guest’s. */
  | 'shadow'
  /** Whoever the guest’s kernel asks: a hypervisor by hypercall, a host kernel by mmap. */
  | 'asked'
  /** The host’s kernel, as for any process. */
  | 'host';

/**
 * Whether a guest can run a hypervisor of its own: it is given VT-x, made over again; it could be, and whoever makes the
 * system does not support it; its kernel is in no ring that could have it; or there is no machine to be had.
 */
export type Nesting = 'yes' | 'unsupported' | 'no-vmx' | 'no-machine';

/** A system as data. Its picture is laid out, and requests find their ways, from this alone. */
export interface StackSystem {
  readonly id: string;
  readonly name: string;
  readonly layers: readonly StackLayer[];
  readonly way: Way;
  /** Who answers a program’s system calls: a guest’s kernel, a library, or the host’s kernel. */
  readonly kernel: string;
  /** Who is entered for what the guest’s kernel may not do. */
  readonly monitor?: string;
  readonly tables: Tables;
  /** Whether `kernel` hands every system call on instead of answering it. */
  readonly passesOn?: boolean;
  /** Who serves the kernel’s device, one after another; the last has the real driver. Empty: the kernel itself has. */
  readonly disk: readonly string[];
  readonly net: readonly string[];
  /** Who plays devices that the guest sees, and that no request here needs. */
  readonly emulator?: string;
  /** Who decides what runs next on the real processor. */
  readonly scheduler: string;
  readonly nesting: Nesting;
}

export const HARDWARE = 'hardware';
export const PROGRAM = 'program';

/** The layer of this name. A name that is missing is a mistake in a system’s data. */
export function layerOf(layers: readonly StackLayer[], id: string): StackLayer {
  const found = layers.find((layer) => layer.id === id);
  if (!found) throw new Error(`no layer is called ${id}`);
  return found;
}
