/** Moving data; Intel SDM vol. 2, "Instruction Set Reference". Of two rows that fit the upper one is taken, as in NASM. */
export const moves = `
mov m,sreg   mr 8c /r SW
mov rv,sreg  mr 8c /r
mov sreg,m   rm 8e /r SW
mov sreg,r16 rm 8e /r
mov sreg,r32 rm 8e /r
mov al,offs  -i a0 offs SM
mov av,offs  -i a1 offs SM
mov offs,al  i- a2 offs SM
mov offs,av  i- a3 offs SM
mov r32,creg mr 0f 20 /r
mov creg,r32 rm 0f 22 /r
mov m,r8     mr 88 /r SM
mov r8,r8    mr 88 /r
mov m,rv     mr 89 /r SM
mov rv,rv    mr 89 /r
mov r8,m     rm 8a /r SM
mov rv,m     rm 8b /r SM
mov r8,imm   ri b0+r ib SM
mov rv,imm   ri b8+r iv SM
mov rm8,imm  mi c6 /0 ib SM
mov rmv,imm  mi c7 /0 iv SM
mov m,imm8   mi c6 /0 ib SM
mov m,immv   mi c7 /0 iv SM
movzx r16,m    rm o16 0f b6 /r SB
movzx r16,r8   rm o16 0f b6 /r
movzx r32,rm8  rm 0f b6 /r
movzx r32,rm16 rm 0f b7 /r
movsx r16,m    rm o16 0f be /r SB
movsx r16,r8   rm o16 0f be /r
movsx r32,rm8  rm 0f be /r
movsx r32,rm16 rm 0f bf /r
lea rv,m rm 8d /r ANY
xchg a16,r16   -r o16 90+r
xchg a32,rna32 -r 90+r
xchg r16,a16   r- o16 90+r
xchg rna32,a32 r- 90+r
xchg a32,a32   -- 90
xchg r8,m  rm 86 /r SM
xchg r8,r8 mr 86 /r
xchg rv,m  rm 87 /r SM
xchg rv,rv mr 87 /r
xchg m,r8  mr 86 /r SM
xchg m,rv  mr 87 /r SM
bswap r32 r 0f c8+r
push rv   r 50+r
push rmv  m ff /6
push es   - 06
push cs   - 0e
push ss   - 16
push ds   - 1e
push fs   - 0f a0
push gs   - 0f a8
push imm8 i 6a ib,s
push sbvv i 6a ib,s SD
push immv i 68 iv SD
pop rv  r 58+r
pop rmv m 8f /0
pop es  - 07
pop ss  - 17
pop ds  - 1f
pop fs  - 0f a1
pop gs  - 0f a9
pusha  - - 60
pushad - - 60
pushaw - - o16 60
popa   - - 61
popad  - - 61
popaw  - - o16 61
pushf  - - 9c
pushfd - - 9c
pushfw - - o16 9c
popf   - - 9d
popfd  - - 9d
popfw  - - o16 9d
lahf - - 9f
sahf - - 9e
enter imm,imm ij c8 iw ib,u
leave - - c9
movsb - - a4
movsw - - o16 a5
movsd - - a5
cmpsb - - a6
cmpsw - - o16 a7
cmpsd - - a7
stosb - - aa
stosw - - o16 ab
stosd - - ab
lodsb - - ac
lodsw - - o16 ad
lodsd - - ad
scasb - - ae
scasw - - o16 af
scasd - - af
insb  - - 6c
insw  - - o16 6d
insd  - - 6d
outsb - - 6e
outsw - - o16 6f
outsd - - 6f
xlatb - - d7
xlat  - - d7`;
