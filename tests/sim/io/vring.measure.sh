#!/bin/sh
# Asks Linux's header linux/virtio_ring.h, whose authors we are not, what a virtqueue is: makes vring.measured.json.
# Needs a C compiler and the kernel’s user headers. Afterwards: npx biome format --write tests/sim/io/vring.measured.json
set -eu
cd "$(dirname "$0")"
cc -O1 -o /tmp/vring vring.c && /tmp/vring > vring.measured.json && rm /tmp/vring
