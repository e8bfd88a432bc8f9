// @vitest-environment node
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { locales, type Text } from '#kit/text.ts';
import { facts } from '#sim/systems/facts.ts';
import { factsOf, parseSystems, readSystems } from '#tools/catalogue.ts';
import { refusal } from './author.ts';

const { systems, references } = readSystems('.');
const source = readFileSync('content/systems.yaml', 'utf8');

/** Every system that the five source documents name, as the list of their coverage spells it. */
const named = [
  'System/360',
  'System/370',
  'CP-40',
  'CP-67',
  'PR/SM',
  'QEMU',
  'TCG',
  'kqemu',
  'QEMU-KVM',
  'KVM',
  'PearPC',
  'Bochs',
  'VMware Workstation',
  'VMware ESX',
  'ESXi',
  'VMware vSphere',
  'Parallels Desktop',
  'VirtualBox',
  'Microsoft Virtual Server',
  'Microsoft Hyper-V',
  'XenServer',
  'IBM PowerVM',
  'RHEV',
  'Huawei FusionSphere',
  'VirtualBSD',
  'UML',
  'User-Mode Linux',
  'lguest',
  'OpenVZ',
  'LXC',
  'libcontainer',
  'Docker',
  'Solaris Containers',
  'FreeBSD jails',
  'Wine',
  'JVM',
  'Xen',
  'libvirt',
  'virsh',
  'virt-install',
  'virt-manager',
  'Open vSwitch',
  'OpenStack',
  'OpenNebula',
  'Eucalyptus',
];
/** What a learner meets today. */
const current = [
  'Firecracker',
  'gVisor',
  'Kata Containers',
  'Cloud Hypervisor',
  'crosvm',
  'WSL 2',
  'WSL 1',
  'Podman',
  'Docker Desktop',
  'Apple Virtualization',
  'Proxmox VE',
  'AWS Nitro',
  'bhyve',
  'Nutanix AHV',
  'XCP-ng',
  'Incus',
  'OpenShift Virtualization',
  'IBM z/VM',
  'WebAssembly',
  'Windows containers',
];

test.each([...named, ...current])('%s has an entry', (name) => {
  const found = systems.filter((system) => [system.name, ...system.also].some((each) => each.includes(name)));
  expect(found).not.toEqual([]);
});

describe.each(systems.map((system) => [system.id, system] as const))('%s', (_id, system) => {
  test('says everything in both languages, Chinese as Chinese', () => {
    const texts: Text[] = [system.status, system.truth, ...(system.tray ? [system.tray.why] : [])];
    for (const text of texts) {
      for (const locale of locales) expect(text[locale].trim()).not.toBe('');
      expect(text['zh-CN']).toMatch(/\p{Script=Han}/u);
      expect(text['zh-CN']).not.toMatch(/\p{Script=Han}[,;:?!]|您/u);
      expect(text['zh-CN']).not.toMatch(/\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u);
    }
  });

  test('rests each fact on a document that has a title', () => {
    for (const keys of Object.values(system.refs)) {
      expect(keys.length).toBeGreaterThan(0);
      for (const key of keys) expect(references[key]?.title).toBeTruthy();
    }
  });

  test('draws in its layers what its forms claim', () => {
    const kinds = system.stack.flat().map((layer) => layer.is);
    const runs = system.forms.flatMap(({ techniques }) => techniques);
    const monitors = kinds.filter((is) => ['vmm', 'firmware', 'emulator'].includes(is));
    if (system.forms.length > 0 && system.forms.every(({ position }) => position === 'none'))
      expect(monitors).toEqual([]);
    if (system.forms.length > 0 && system.forms.every(({ position }) => position === 'bare'))
      expect(kinds).not.toContain('host-kernel');
    if (runs.length > 0 && runs.every((technique) => technique === 'para') && system.id !== 'uml')
      expect(monitors).not.toEqual([]);
    if (runs.includes('para'))
      expect(system.stack.flat().some(({ changed }) => changed) || runs.includes('assist')).toBe(true);
  });
});

test('each quotation is Chinese as the source has it, or a name, and is answered by a verdict and an English twin', () => {
  for (const { said } of systems)
    for (const { quote, english, ledger } of said) {
      expect(quote.length).toBeGreaterThan(3);
      expect(english).toMatch(/[.!]$/);
      expect(ledger).toMatch(/^s[1-5]-/);
    }
});

test('what labs compute with is what the catalogue says: npm run systems', () => {
  expect(facts).toEqual(systems.map(factsOf));
});

describe('a catalogue with a mistake is refused, by the entry’s name', () => {
  const broken = (from: string | RegExp, to: string) => refusal(() => parseSystems(source.replace(from, to)));
  test.each([
    ['an id twice', 'id: cp-67', 'id: cp-40', '"cp-40" is there twice'],
    [
      'a reference that is not there',
      'years: [linux-2-6-20]',
      'years: [linux-2-6-21]',
      'kvm: refs.years: there is no reference "linux-2-6-21"; did you mean "linux-2-6-20"?',
    ],
    [
      'an end before the beginning',
      '{ from: 2005, to: 2009 }',
      '{ from: 2005, to: 2004 }',
      'kqemu: it ends (2004) before it begins (2005)',
    ],
    ['a fact without a reference', 'years: [pearpc-date], place', 'years: [], place', 'pearpc.refs.years'],
    ['a language that is missing', "zh-CN: '已停滞。'", "zh: '已停滞。'", 'pearpc.status'],
    ['a technique nobody knows', 'techniques: [interpret] }', 'techniques: [guess] }', 'bochs.forms.0.techniques.0'],
  ])('%s', async (_, from, to, message) => {
    expect(await broken(from, to)).toContain(`content/systems.yaml: ${message}`);
  });
});
