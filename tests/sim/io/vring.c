/* What Linux's own header for virtqueues makes of a short story; see vring.measure.sh. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <linux/virtio_blk.h>
#include <linux/virtio_net.h>
#include <linux/virtio_ring.h>

#define N 256
#define BYTES (0x2000 + 6 + 8 * N)

static uint32_t fnv(const uint8_t *bytes, size_t n) {
  uint32_t hash = 2166136261u;
  for (size_t i = 0; i < n; i++) hash = (hash ^ bytes[i]) * 16777619u;
  return hash;
}

int main(void) {
  static uint8_t memory[0x4000] __attribute__((aligned(4096)));
  struct vring ring;
  vring_init(&ring, N, memory, 4096);
  printf("{\n  \"offsets\": [%zu, %zu, %zu, %zu, %zu],\n", (size_t)((uint8_t *)ring.desc - memory),
         (size_t)((uint8_t *)ring.avail - memory), (size_t)((uint8_t *)ring.used - memory),
         (size_t)((uint8_t *)&vring_used_event(&ring) - memory), (size_t)((uint8_t *)&vring_avail_event(&ring) - memory));
  printf("  \"sizes\": { \"descriptor\": %zu, \"net\": %zu, \"block\": %zu },\n", sizeof(struct vring_desc),
         sizeof(struct virtio_net_hdr_v1), sizeof(struct virtio_blk_outhdr));
  printf("  \"flags\": [%d, %d, %d, %d],\n", VRING_DESC_F_NEXT, VRING_DESC_F_WRITE, VRING_AVAIL_F_NO_INTERRUPT,
         VRING_USED_F_NO_NOTIFY);
  for (int i = 0; i < 600; i++) {
    struct vring_desc *d = &ring.desc[i % N];
    d->addr = 0x100000000ull + 0x800ull * i;
    d->len = 60 + i;
    d->flags = i % 4;
    d->next = (i + 1) % N;
    ring.avail->ring[ring.avail->idx % N] = i % N;
    ring.avail->idx++;
    vring_used_event(&ring) = ring.avail->idx - 1;
    if (i % 3 == 2) {
      ring.used->ring[ring.used->idx % N].id = i % N;
      ring.used->ring[ring.used->idx % N].len = 4 * i;
      ring.used->idx++;
      vring_avail_event(&ring) = ring.used->idx;
    }
  }
  ring.avail->flags = VRING_AVAIL_F_NO_INTERRUPT;
  ring.used->flags = VRING_USED_F_NO_NOTIFY;
  printf("  \"story\": %u,\n  \"events\": [", fnv(memory, BYTES));
  uint32_t seed = 1;
  for (int i = 0; i < 200; i++) {
    uint16_t word[3];
    for (int k = 0; k < 3; k++) word[k] = (seed = seed * 1664525u + 1013904223u) >> 16;
    uint16_t before = word[0], now = before + word[1] % 300, event = before + word[2] % 400 - 50;
    printf("%s[%u, %u, %u, %d]", i ? ", " : "", event, now, before, vring_need_event(event, now, before));
  }
  printf("]\n}\n");
  return 0;
}
