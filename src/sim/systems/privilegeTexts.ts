import { both, type Phrase } from '../phrase.ts';
import type { Privilege } from './system.ts';

/** Where a layer runs, in the words of the processors' manuals. */
export const privilegeTexts: Readonly<Record<Privilege, Phrase>> = {
  nonroot3: both('non-root, ring 3', '非根，ring 3'),
  nonroot0: both('non-root, ring 0', '非根，ring 0'),
  root3: both('root, ring 3', '根，ring 3'),
  root0: both('root, ring 0', '根，ring 0'),
  ring3: both('ring 3', 'ring 3'),
  ring1: both('ring 1', 'ring 1'),
  ring0: both('ring 0', 'ring 0'),
  user: both('user mode', '用户态'),
  kernel: both('kernel mode', '内核态'),
  problem: both('problem state', '问题态'),
  supervisor: both('supervisor state', '管态'),
};
