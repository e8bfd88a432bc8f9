import type { Deprivileged } from './deprivileged/deprivileged.ts';
import type { Hardware } from './hardware/hardware.ts';
import type { Paravirtual } from './paravirtual/state.ts';
import type { Translation } from './translation/translation.ts';

/** What each technique keeps beside the guest. Told apart by `kind`, the technique's name. */
export type Vmm =
  | { readonly kind: 'bare' }
  | { readonly kind: 'interpreter' }
  | Deprivileged
  | Translation
  | Paravirtual
  | Hardware;
