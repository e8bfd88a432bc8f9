import { assembleWithNasm, bootInQemu } from './oracle.ts';
import { generate } from './generate.ts';
import { writeFileSync } from 'node:fs';
import { gallery } from '#sim/x86/gallery/gallery.ts';
import { assemble } from '#sim/x86/asm/assemble.ts';
import { bootMachine } from '#sim/x86/bootMachine.ts';
import { runMachine } from '#sim/x86/runMachine.ts';
const [from, to] = [Number(process.argv[2]), Number(process.argv[3])];
let asmBad = 0, runBad = 0, n = 0; 
export const one = async (name: string, src: string, defs: string[]) => {
  n++;
  const b = assembleWithNasm(src, defs);
  const o = assemble(src, Object.fromEntries(defs.map((d) => { const [k = '', v = ''] = d.split('='); return [k, v]; })));
  if (typeof b === 'string') return console.log(name, 'NASM', b.slice(0, 300));
  if ('faults' in o) { asmBad++; return console.log(name, defs, 'ASM', o.faults.slice(0, 3).map((f) => `${f.line}:${f.column} ${f.message.en}`)); }
  if (Buffer.compare(Buffer.from(b), Buffer.from(o.program.file))) { asmBad++; console.log(name, defs, 'BYTES differ at', b.findIndex((x, i) => x !== o.program.file[i]), b.length, o.program.file.length); return; }
  if (defs.includes('PV')) return;
  const r = await bootInQemu(b);
  const text = Buffer.from(r.serial).toString();
  const m = bootMachine(o.program); let end: unknown; 
  try { const x = runMachine(m, 50_000_000); end = x.end ? x.end.why : 'budget'; } catch (e) { end = String(e); }
  const d = m.devices as unknown as { serial?: unknown; uart?: { sent?: unknown } };
  const mine = Buffer.from((globalThis as any).serialOf ? (globalThis as any).serialOf(m) : ((m.devices as any).output ?? (m.devices as any).serial ?? (m.devices as any).uart.sent ?? [])).toString();
  if (mine !== text || end !== r.end) { runBad++; writeFileSync(`/tmp/g/${name}.asm`, src); 
    const a = text.split('\n'), c = mine.split('\n'); const i = a.findIndex((l, k) => l !== c[k]);
    console.log(name, 'RUN', r.end, end, 'line', i, '\n  q', a[i], '\n  m', c[i]); }
};
if (process.argv[4]) for (const g of gallery) { await one(g.id, g.source, []); if (g.hasPv) { await one(g.id, g.source, ['PV']); await one(g.id, g.source, ['PV', 'BATCH']); } }
let next = from; await Promise.all([0, 1].map(async () => { while (next < to) { const s = next++; await one(`g${s}`, generate(s), []); } }));
console.log({ n, asmBad, runBad });
