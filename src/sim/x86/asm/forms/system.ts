/** The instructions of an operating system, and flags and ports; Intel SDM vol. 2, "Instruction Set Reference". */
export const system = `
in al,imm  -i e4 ib,u SB
in av,imm  -i e5 ib,u SB
in al,dx   -- ec
in av,dx   -- ed
out imm,al i- e6 ib,u SB
out imm,av i- e7 ib,u SB
out dx,al  -- ee
out dx,av  -- ef
clc - - f8
stc - - f9
cmc - - f5
cld - - fc
std - - fd
cli - - fa
sti - - fb
hlt - - f4
nop - - 90
nop rmv m 0f 1f /0
pause - - f3i 90
lgdt m m 0f 01 /2
lidt m m 0f 01 /3
sgdt m m 0f 01 /0
sidt m m 0f 01 /1
lldt m   m 0f 00 /2
lldt m16 m 0f 00 /2
lldt r16 m 0f 00 /2
ltr m    m 0f 00 /3
ltr m16  m 0f 00 /3
ltr r16  m 0f 00 /3
lmsw m   m 0f 01 /6
lmsw m16 m 0f 01 /6
lmsw r16 m 0f 01 /6
sldt m   m 0f 00 /0
sldt m16 m 0f 00 /0
sldt rv  m 0f 00 /0
str m    m 0f 00 /1
str m16  m 0f 00 /1
str rv   m 0f 00 /1
smsw m   m 0f 01 /4
smsw m16 m 0f 01 /4
smsw rv  m 0f 01 /4
verr m   m 0f 00 /4
verr m16 m 0f 00 /4
verr r16 m 0f 00 /4
verw m   m 0f 00 /5
verw m16 m 0f 00 /5
verw r16 m 0f 00 /5
lar rv,m    rm 0f 02 /r SW
lar rv,r16  rm 0f 02 /r
lar rv,r32  rm 0f 02 /r
lsl rv,m    rm 0f 03 /r SW
lsl rv,r16  rm 0f 03 /r
lsl rv,r32  rm 0f 03 /r
arpl m,r16   mr 63 /r SM
arpl r16,r16 mr 63 /r
invlpg m m 0f 01 /7
clts   - - 0f 06
invd   - - 0f 08
wbinvd - - 0f 09
cpuid  - - 0f a2
rdtsc  - - 0f 31
rdmsr  - - 0f 32
wrmsr  - - 0f 30
ud2    - - 0f 0b
vmcall - - 0f 01 c1`;
