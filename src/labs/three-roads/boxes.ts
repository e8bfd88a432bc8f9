import type { Mark, Tone } from '#kit/mark.ts';
import type { Text } from '#kit/text.ts';
import { isDirect, isParavirtual } from '#sim/io/machine.ts';
import type { Layout, Part } from './layout.ts';
import { whereOf } from './place.ts';
import type { State } from './state.ts';
import { labels } from './words.ts';

interface Shown {
  readonly part: Part;
  readonly tone: Tone;
  readonly text: Text;
  readonly sub: Text;
  /** Not on this road. */
  readonly ghost?: boolean;
}

/** The parts on and beside the road; what this road does not use is pale. */
export function boxMarks(state: State, { parts }: Layout): readonly Mark[] {
  const now = whereOf(state)?.at;
  return partsOf(state).map(({ part, tone, text, sub, ghost }): Mark => {
    const about = { en: `${text.en}: ${sub.en}`, 'zh-CN': `${text['zh-CN']}：${sub['zh-CN']}` };
    const isNow = now === part || (part === 'second' && now === 'driver' && state.last?.guest === 1);
    const isOther = part === 'driver' && state.last?.guest === 1;
    return {
      kind: 'box',
      key: part,
      place: parts[part],
      tone,
      text,
      sub,
      about,
      size: 's',
      ...(ghost && { ghost }),
      ...(isNow && !isOther && { now: true }),
    };
  });
}

function partsOf(state: State): readonly Shown[] {
  const { setup, guests } = state.machine;
  const direct = isDirect(setup);
  const isDisk = setup.request === 'read';
  const inUser = setup.road === 'emulated' || setup.road === 'virtio';
  const sub = driverName(state);
  return [
    { part: 'driver', tone: 'guestKernel', text: labels.driver(0), sub },
    ...(guests.length > 1
      ? [{ part: 'second', tone: 'guestKernel', text: labels.driver(1), sub } satisfies Shown]
      : []),
    { part: 'kvm', tone: 'vmm', text: labels.kvm, sub: labels.kernel, ghost: direct && setup.posted },
    { part: 'qemu', tone: 'vmm', text: labels.qemu, sub: labels.user, ghost: !inUser },
    { part: 'vhost', tone: 'host', text: labels.vhost, sub: labels.kernel, ghost: setup.road !== 'vhost' },
    { part: 'tap', tone: 'host', text: isDisk ? labels.cache : labels.tap, sub: labels.kernel, ghost: direct },
    {
      part: 'iommu',
      tone: 'hw',
      text: labels.iommu,
      sub: setup.iommu ? (direct ? labels.iommuOn : labels.iommuIdle) : labels.iommuOff,
      ghost: !direct || !setup.iommu,
    },
    { part: 'device', tone: 'hw', text: isDisk ? labels.disk : labels.nic, sub: functionName(state) },
    neighbour(state),
  ];
}

function functionName({ machine: { setup }, last }: State): Text {
  if (setup.road === 'sriov') return labels.vf(last?.guest ?? 0);
  return setup.road === 'passthrough' ? labels.pf : labels.physical;
}

function driverName({ machine: { setup } }: State): Text {
  const { drivers } = labels;
  const isDisk = setup.request === 'read';
  if (isParavirtual(setup)) return isDisk ? drivers.virtioDisk : drivers.virtio;
  if (isDirect(setup)) return isDisk ? drivers.realDisk : drivers.real;
  return isDisk ? drivers.ide : drivers.emulated;
}

/** A page of guest B’s memory: what a forged address aims at. */
function neighbour({ machine: { counts, setup } }: State): Shown {
  const isReached = counts.breaches > 0;
  const reached = setup.request === 'read' ? labels.neighbourWritten : labels.neighbourRead;
  return {
    part: 'neighbour',
    tone: isReached ? 'bad' : 'guestUser',
    text: labels.neighbour,
    sub: isReached ? reached : labels.neighbourSafe,
  };
}
