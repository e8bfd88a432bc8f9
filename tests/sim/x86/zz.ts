import { galleryGuests, generatedGuest } from './guests.ts';
import { ourVerdict, realVerdict } from './judge.ts';
import { assemble } from '#sim/x86/asm/assemble.ts';
import { bootMachine } from '#sim/x86/bootMachine.ts';
import { runMachine } from '#sim/x86/runMachine.ts';
for (const g of galleryGuests) if (g.defines.length === 0) { const a = assemble(g.source); if ('program' in a) { const m = bootMachine(a.program); runMachine(m, 1e7); console.log(g.name, m.retired, a.program.file.length); } }
let bad = 0; for (let s = 1000; s < 1300; s++) { const g = generatedGuest(s); const a = JSON.stringify(ourVerdict(g)); const b = JSON.stringify(await realVerdict(g)); if (a !== b) { bad++; console.log(s, '\n', a, '\n', b); } }
console.log({ bad });
