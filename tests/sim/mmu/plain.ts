import type { Outcome } from '#sim/mmu/resultOf.ts';

/** The two maps as two dictionaries, and nothing else: what every access must come to. Natively the second is the identity. */
export function plainResults(text: string): readonly Outcome[] {
  const maps = new Map<string, { gpa: number; rights: string }>();
  const processes = new Map<string, string>();
  const results: Outcome[] = [];
  let vm = 'vm';
  text.split('\n').forEach((line, i) => {
    const [verb, word = '', gpa = '0', rights = ''] = line.split(/\s+/);
    const va = word.padStart(16, '0');
    const place = `${vm}/${processes.get(vm) ?? 'init'}/${va.slice(0, -3)}`;
    if (verb === 'vm') vm = word;
    else if (verb === 'process') processes.set(vm, word);
    else if (verb === 'map') maps.set(place, { gpa: Number.parseInt(gpa, 16), rights });
    else if (verb === 'unmap') maps.delete(place);
    else if (verb === 'read' || verb === 'write' || verb === 'exec')
      results.push(outcome(i + 1, word, verb, maps.get(place)));
  });
  return results;
}

function outcome(
  line: number,
  word: string,
  verb: 'read' | 'write' | 'exec',
  mapped: { gpa: number; rights: string } | undefined,
): Outcome {
  const va = `0x${word.replace(/^0+(?=.)/, '')}`;
  if (!mapped) return { line, va, fault: 'not-present' };
  if (verb === 'write' && !mapped.rights.includes('w')) return { line, va, fault: 'write-protected' };
  if (verb === 'exec' && !mapped.rights.includes('x')) return { line, va, fault: 'no-execute' };
  const at = `0x${(mapped.gpa + Number.parseInt(word.slice(-3), 16)).toString(16)}`;
  return { line, va, gpa: at, hpa: at };
}
