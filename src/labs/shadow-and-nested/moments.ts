import type { Link } from '#kit/run.ts';
import { compileTrace, forkTrace, maliciousTrace, processTrace, sweepTrace, twoTrace } from './gallery.ts';

export const moments: Readonly<Record<string, Link>> = {
  start: {},
  'first-map': { at: '3' },
  'hidden-fault': { at: '5' },
  dirty: { at: '7' },
  'true-fault': { at: '9' },
  'table-store': { at: '15' },
  'stale-entry': { at: '19' },
  'ept-violation': { vmm: 'nested', at: '5' },
  'nested-walk': { vmm: 'nested', at: '7' },
  'native-walk': { vmm: 'native', at: '5' },
  process: { trace: processTrace },
  fork: { trace: forkTrace },
  compile: { trace: compileTrace },
  sweep: { trace: sweepTrace },
  'two-guests': { trace: twoTrace, vmm: 'nested' },
  'two-guests-untagged': { trace: twoTrace, vmm: 'nested', vpid: 'false', at: '13' },
  malicious: { trace: maliciousTrace },
  broken: { trace: twoTrace, vmm: 'nested', moves: '14 corrupt 6', at: '21' },
};
