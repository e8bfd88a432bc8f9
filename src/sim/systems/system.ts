/**
 * What a system of the catalogue is, in words that machines can compare.
 * Position: Goldberg, “Architectural Principles for Virtual Computer Systems”, 1973 (his Types I and II), with the
 * host kernel apart, as Bugnion, Nieh & Tsafrir discuss KVM in “Hardware and Software Support for Virtualization”, 2017.
 */
export const positions = ['bare', 'kernel', 'host', 'none'] as const;
/** Where the monitor stands: under every OS, in the kernel of one, on top of one; or there is none. */
export type Position = (typeof positions)[number];

export const techniques = ['interpret', 'translate', 'trap', 'para', 'assist', 'share', 'library', 'language'] as const;
/** How what runs inside is run. The first five make a machine for an OS; the last three make none. */
export type Technique = (typeof techniques)[number];

/** The techniques that leave the guest’s system as it was, and give it a whole machine. */
export const fullTechniques: readonly Technique[] = ['interpret', 'translate', 'trap', 'assist'];

export const kinds = [
  'vmm',
  'emulator',
  'platform',
  'container',
  'interface',
  'language',
  'machine',
  'image',
  'tool',
] as const;
/** What sort of thing it is; only the first six run anything. */
export type Kind = (typeof kinds)[number];

/** One way in which the system has been built, and from when to when. `to` is null while it goes on. */
export interface Form {
  readonly from: number;
  readonly to: number | null;
  /** The years are known only roughly. */
  readonly about?: boolean | undefined;
  readonly position: Position;
  readonly techniques: readonly Technique[];
  /** What this form is called, where there are several: `PV`. */
  readonly name?: string | undefined;
}

export const layerKinds = [
  'programs',
  'container',
  'guest-kernel',
  'service-os',
  'device-model',
  'vmm',
  'firmware',
  'emulator',
  'library',
  'language-vm',
  'tool',
  'host-kernel',
  'hardware',
] as const;
export type LayerKind = (typeof layerKinds)[number];

export const privileges = [
  'nonroot3',
  'nonroot0',
  'root3',
  'root0',
  'ring3',
  'ring1',
  'ring0',
  'user',
  'kernel',
  'problem',
  'supervisor',
] as const;
/** What the processor lets a layer do, in the terms of its architecture. */
export type Privilege = (typeof privileges)[number];

/** A layer of a system’s picture. */
export interface Layer {
  readonly is: LayerKind;
  readonly name?: string | undefined;
  readonly in?: Privilege | undefined;
  /** A kernel that was changed to call the monitor. */
  readonly changed?: boolean | undefined;
}
/** Rows from the least privileged down to the hardware; what stands in one row stands side by side. */
export type Stack = readonly (readonly Layer[])[];

/** What can be asked of a system. The rest of the catalogue is prose. */
export interface SystemFacts {
  readonly id: string;
  readonly name: string;
  readonly kind: Kind;
  readonly forms: readonly Form[];
  /** Whether its licence is open; null where there is nothing to license. */
  readonly open: boolean | null;
  /** It runs containers, whatever is under them. */
  readonly container: boolean;
  /** Its guest may be of another instruction set than its host. */
  readonly foreign: boolean;
  readonly stack: Stack;
  /** What a reader who sorts systems is given: a name for a small box, and the reason for its place. */
  readonly tray: {
    readonly short: string;
    readonly why: { readonly en: string; readonly 'zh-CN': string };
  } | null;
}
