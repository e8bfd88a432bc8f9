import { describe, expect, test } from 'vitest';
import { facts } from '#sim/systems/facts.ts';
import { placeLayers } from '#sim/systems/placeLayers.ts';

const stackOf = (id: string) => facts.find((system) => system.id === id)?.stack ?? [];
const sketch = (id: string) =>
  placeLayers(stackOf(id)).map(({ layer, row, column, rows, columns }) => [layer.is, row, column, rows, columns]);

test('QEMU stands beside the whole guest, and each over its own half of the kernel', () => {
  expect(sketch('kvm')).toEqual([
    ['programs', 0, 0, 1, 1],
    ['device-model', 0, 1, 2, 1],
    ['guest-kernel', 1, 0, 1, 1],
    ['vmm', 2, 0, 1, 1],
    ['host-kernel', 2, 1, 1, 1],
    ['hardware', 3, 0, 1, 2],
  ]);
});

test('dom0 stands to the left of a guest, and Xen lies under both', () => {
  expect(sketch('xen')).toEqual([
    ['service-os', 0, 0, 2, 1],
    ['programs', 0, 1, 1, 1],
    ['guest-kernel', 1, 1, 1, 1],
    ['vmm', 2, 0, 1, 2],
    ['hardware', 3, 0, 1, 2],
  ]);
});

describe.each(facts.map(({ id }) => id))('%s', (id) => {
  test('fills every cell of its picture exactly once', () => {
    const placed = placeLayers(stackOf(id));
    const columns = Math.max(...placed.map(({ column, columns: wide }) => column + wide));
    const cells = placed.flatMap(({ row, column, rows, columns: wide }) =>
      Array.from({ length: rows * wide }, (_, i) => `${row + Math.floor(i / wide)}:${column + (i % wide)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
    expect(cells.length).toBe(columns * stackOf(id).length);
  });
});
