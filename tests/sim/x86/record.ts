/** Writes recorded.json: what real NASM and real QEMU make of the gallery and of the generated programs. `node tests/sim/x86/record.ts` */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { GENERATED, type Guest, galleryGuests, generatedGuest, type Verdict } from './guests.ts';
import { realVerdict } from './judge.ts';
import { tools } from './oracle.ts';

/** Two at a time: a boot is mostly one busy processor. */
async function verdicts(guests: readonly Guest[]): Promise<readonly Verdict[]> {
  const results: Verdict[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let at = next++; at < guests.length; at = next++) results[at] = await realVerdict(guests[at] as Guest);
  };
  await Promise.all([worker(), worker()]);
  return results;
}

const version = (tool: string | undefined, flag: string): string =>
  execFileSync(tool ?? '', [flag], { encoding: 'utf8' }).split('\n')[0] ?? '';
const { nasm, qemu } = tools();
const made = { nasm: version(nasm, '-v'), qemu: version(qemu, '--version') };
const named = await verdicts(galleryGuests);
const gallery = Object.fromEntries(galleryGuests.map(({ name }, at) => [name, named[at]]));
const generated = await verdicts(Array.from({ length: GENERATED }, (_, seed) => generatedGuest(seed)));
const unended = [...named, ...generated].filter(({ end }) => end === 'timeout').length;
if (unended > 0) throw new Error(`${unended} programs did not end`);
const rows = generated.map((verdict) => `    ${JSON.stringify(verdict)}`).join(',\n');
const text = `{\n  "made": ${JSON.stringify(made)},\n  "gallery": ${JSON.stringify(gallery, undefined, 1)},\n  "generated": [\n${rows}\n  ]\n}\n`;
writeFileSync(new URL('recorded.json', import.meta.url), text);
