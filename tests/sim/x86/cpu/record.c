/*
 * Runs instructions on the processor of this computer and prints what they
 * did: the recording that `recorded.test.ts` compares our machine with.
 *
 *   gcc -O1 -o record record.c && ./record > recorded.txt     (on x86-64)
 *
 * All encodings mean the same in 64-bit and in 32-bit code. A block begins
 * with "=", the bytes and the name. Its lines are EAX EBX ECX EDX and flags
 * before, ":", and the same after, in hexadecimal; what did not change is ".".
 * "!" in place of the second half is a divide error.
 */
#include <cpuid.h>
#include <setjmp.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>

#define STATUS 0x8d5u

struct state {
  uint64_t a, b, c, d, flags;
};

static uint8_t *code;
static sigjmp_buf divided;
static uint32_t seed = 0x2545f491;

static uint32_t next(void) {
  seed ^= seed << 13;
  seed ^= seed >> 17;
  return seed ^= seed << 5;
}

static void onDivideError(int signal) { siglongjmp(divided, signal); }

static void execute(struct state *s) {
  __asm__ volatile("lea -256(%%rsp), %%rsp\n\t"
                   "push %[flags]\n\t"
                   "popfq\n\t"
                   "call *%[code]\n\t"
                   "pushfq\n\t"
                   "pop %[flags]\n\t"
                   "lea 256(%%rsp), %%rsp\n\t"
                   : "+a"(s->a), "+b"(s->b), "+c"(s->c), "+d"(s->d), [flags] "+S"(s->flags)
                   : [code] "D"(code)
                   : "memory", "cc");
}

static void printField(uint64_t before, uint64_t after, char end) {
  if ((uint32_t)before == (uint32_t)after) printf(".%c", end);
  else printf("%x%c", (uint32_t)after, end);
}

static void record(struct state before) {
  struct state after = before;
  printf("%x %x %x %x %x:", (uint32_t)before.a, (uint32_t)before.b, (uint32_t)before.c, (uint32_t)before.d,
         (uint32_t)before.flags);
  if (sigsetjmp(divided, 1)) {
    puts("!");
    return;
  }
  after.flags |= 0x202;
  execute(&after);
  printField(before.a, after.a, ' ');
  printField(before.b, after.b, ' ');
  printField(before.c, after.c, ' ');
  printField(before.d, after.d, ' ');
  printField(before.flags, after.flags & STATUS, '\n');
}

/* A word of `size` bytes from the edges of its range, or any; now and then with something above it. */
static uint32_t word(int size) {
  uint32_t top = 1u << (8 * size - 1);
  uint32_t mask = top | (top - 1);
  uint32_t edges[] = {0, 1, 2, 0xf, 0x10, 0x55, 0x7f, 0x80, 0xff, top - 1, top, top + 1, mask - 1, mask};
  uint32_t found = next() % 4 ? edges[next() % 14] : next();
  return next() % 8 ? found & mask : (found & mask) | (next() & ~mask);
}

static uint32_t flags(void) { return next() & STATUS; }

enum { PLAIN = 0, COUNT = 1, WIDE = 2 };

/* `kind`: COUNT puts a shift count in CL, WIDE a word in EDX as well. */
static void block(const char *name, const char *hex, int size, int kind, int times) {
  unsigned byte;
  int length = 0;
  for (const char *at = hex; sscanf(at, "%2x", &byte) == 1; at += 2) code[length++] = (uint8_t)byte;
  code[length] = 0xc3;
  printf("= %s %s\n", hex, name);
  for (int n = 0; n < times; n++) {
    struct state s = {word(size), word(size), 0, 0, flags()};
    if (kind & COUNT) s.c = n < 34 ? (uint32_t)n : next() % 256;
    /* Half of the dividends are such that the quotient fits. */
    if (kind & WIDE) s.d = n % 2 ? word(size) : (n % 4 ? 0 : (uint32_t)(s.a & (1u << (8 * size - 1)) ? -1 : 0));
    record(s);
  }
}

struct form {
  const char *name;
  const char *bytes[3];
  int kind;
  int times;
};

/* Of AL/AX/EAX with BL/BX/EBX, CL, and DX/EDX. A null pointer: there is no such form. */
static const struct form forms[] = {
    {"add a, b", {"00d8", "6601d8", "01d8"}, PLAIN, 50},
    {"adc a, b", {"10d8", "6611d8", "11d8"}, PLAIN, 60},
    {"sub a, b", {"28d8", "6629d8", "29d8"}, PLAIN, 50},
    {"sbb a, b", {"18d8", "6619d8", "19d8"}, PLAIN, 60},
    {"cmp a, b", {"38d8", "6639d8", "39d8"}, PLAIN, 40},
    {"and a, b", {"20d8", "6621d8", "21d8"}, PLAIN, 24},
    {"or a, b", {"08d8", "6609d8", "09d8"}, PLAIN, 24},
    {"xor a, b", {"30d8", "6631d8", "31d8"}, PLAIN, 24},
    {"test a, b", {"84d8", "6685d8", "85d8"}, PLAIN, 24},
    {"add ah, bl", {"00dc", 0, 0}, PLAIN, 16},
    {"sub bh, al", {"28c7", 0, 0}, PLAIN, 16},
    {"cmp a, -3", {"80f8fd", "6683f8fd", "83f8fd"}, PLAIN, 20},
    {"inc a", {"fec0", "66ffc0", "ffc0"}, PLAIN, 24},
    {"dec a", {"fec8", "66ffc8", "ffc8"}, PLAIN, 24},
    {"neg a", {"f6d8", "66f7d8", "f7d8"}, PLAIN, 24},
    {"not a", {"f6d0", "66f7d0", "f7d0"}, PLAIN, 10},
    {"rol a, cl", {"d2c0", "66d3c0", "d3c0"}, COUNT, 46},
    {"ror a, cl", {"d2c8", "66d3c8", "d3c8"}, COUNT, 46},
    {"rcl a, cl", {"d2d0", "66d3d0", "d3d0"}, COUNT, 46},
    {"rcr a, cl", {"d2d8", "66d3d8", "d3d8"}, COUNT, 46},
    {"shl a, cl", {"d2e0", "66d3e0", "d3e0"}, COUNT, 46},
    {"shr a, cl", {"d2e8", "66d3e8", "d3e8"}, COUNT, 46},
    {"sar a, cl", {"d2f8", "66d3f8", "d3f8"}, COUNT, 46},
    {"rol a, 1", {"d0c0", "66d1c0", "d1c0"}, PLAIN, 12},
    {"ror a, 1", {"d0c8", "66d1c8", "d1c8"}, PLAIN, 12},
    {"rcl a, 1", {"d0d0", "66d1d0", "d1d0"}, PLAIN, 12},
    {"rcr a, 1", {"d0d8", "66d1d8", "d1d8"}, PLAIN, 12},
    {"shl a, 1", {"d0e0", "66d1e0", "d1e0"}, PLAIN, 12},
    {"shr a, 1", {"d0e8", "66d1e8", "d1e8"}, PLAIN, 12},
    {"sar a, 1", {"d0f8", "66d1f8", "d1f8"}, PLAIN, 12},
    {"shld a, b, cl", {0, "660fa5d8", "0fa5d8"}, COUNT, 46},
    {"shrd a, b, cl", {0, "660fadd8", "0fadd8"}, COUNT, 46},
    {"mul b", {"f6e3", "66f7e3", "f7e3"}, PLAIN, 40},
    {"imul b", {"f6eb", "66f7eb", "f7eb"}, PLAIN, 40},
    {"imul a, b", {0, "660fafc3", "0fafc3"}, PLAIN, 40},
    {"imul a, b, -7", {0, "666bc3f9", "6bc3f9"}, PLAIN, 20},
    {"div b", {"f6f3", "66f7f3", "f7f3"}, WIDE, 60},
    {"idiv b", {"f6fb", "66f7fb", "f7fb"}, WIDE, 60},
    {"bt a, b", {0, "660fa3d8", "0fa3d8"}, PLAIN, 20},
    {"bts a, b", {0, "660fabd8", "0fabd8"}, PLAIN, 20},
    {"btr a, b", {0, "660fb3d8", "0fb3d8"}, PLAIN, 20},
    {"btc a, b", {0, "660fbbd8", "0fbbd8"}, PLAIN, 20},
    {"bsf a, b", {0, "660fbcc3", "0fbcc3"}, PLAIN, 20},
    {"bsr a, b", {0, "660fbdc3", "0fbdc3"}, PLAIN, 20},
    {"bswap a", {0, 0, "0fc8"}, PLAIN, 8},
    {"xadd a, b", {"0fc0d8", "660fc1d8", "0fc1d8"}, PLAIN, 20},
    {"xadd a, a", {"0fc0c0", "660fc1c0", "0fc1c0"}, PLAIN, 8},
    {"cmpxchg b, c", {"0fb0cb", "660fb1cb", "0fb1cb"}, COUNT, 24},
    {"xchg a, b", {"86d8", "6687d8", "93"}, PLAIN, 8},
    {"movzx a, bl", {0, "660fb6c3", "0fb6c3"}, PLAIN, 8},
    {"movsx a, bl", {0, "660fbec3", "0fbec3"}, PLAIN, 8},
    {"movzx eax, bx", {0, 0, "0fb7c3"}, PLAIN, 8},
    {"movsx eax, bx", {0, 0, "0fbfc3"}, PLAIN, 8},
    {"cbw, cwde", {0, "6698", "98"}, PLAIN, 12},
    {"cwd, cdq", {0, "6699", "99"}, WIDE, 12},
    {"lahf", {"9f", 0, 0}, PLAIN, 12},
    {"sahf", {"9e", 0, 0}, PLAIN, 12},
};

static void conditions(void) {
  char name[16];
  char hex[16];
  for (int n = 0; n < 16; n++) {
    sprintf(name, "set%x a", n);
    sprintf(hex, "0f9%xc0", n);
    block(name, hex, 1, PLAIN, 24);
    sprintf(name, "cmov%x a, b", n);
    sprintf(hex, "0f4%xc3", n);
    block(name, hex, 4, PLAIN, 4);
  }
}

static void printProcessor(void) {
  unsigned words[13] = {0};
  unsigned *w = words;
  for (unsigned leaf = 0x80000002; leaf <= 0x80000004; leaf++, w += 4) __get_cpuid(leaf, w, w + 1, w + 2, w + 3);
  unsigned signature = 0, rest;
  __get_cpuid(1, &signature, &rest, &rest, &rest);
  printf("# %s, signature %x\n", (char *)words, signature);
}

int main(void) {
  printProcessor();
  code = mmap(0, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  signal(SIGFPE, onDivideError);
  for (unsigned n = 0; n < sizeof forms / sizeof *forms; n++)
    for (int log = 0; log < 3; log++)
      if (forms[n].bytes[log])
        block(forms[n].name, forms[n].bytes[log], 1 << log, forms[n].kind, forms[n].times);
  conditions();
  return 0;
}
