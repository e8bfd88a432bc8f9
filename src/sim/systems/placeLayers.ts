import type { Layer, Stack } from './system.ts';

/** A layer and the cells it fills, counted from 0, on a grid of one or two columns. */
export interface PlacedLayer {
  readonly layer: Layer;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

const isInside = ({ is }: Layer): boolean => is === 'programs' || is === 'container';

/**
 * Where each layer of a picture stands. A process or a partition beside a guest’s programs stands beside the guest’s
 * kernel too: it is neither over that kernel nor under it.
 */
export function placeLayers(stack: Stack): readonly PlacedLayer[] {
  const columns = Math.max(...stack.map((row) => row.length));
  const beside = stack.map((row, r) => besideOf(row, stack[r + 1]));
  return stack.flatMap((row, r) => {
    const above = beside[r - 1];
    if (row.length === 1 && above !== undefined)
      return row.map((layer) => ({ layer, row: r, column: above === 0 ? 1 : 0, rows: 1, columns: 1 }));
    const wide = columns / row.length;
    return row.map((layer, c) => ({
      layer,
      row: r,
      column: c * wide,
      rows: beside[r] === c ? 2 : 1,
      columns: wide,
    }));
  });
}

/** The column of what stands beside a whole guest, if this row begins such a guest. */
function besideOf(row: readonly Layer[], below: readonly Layer[] | undefined): number | undefined {
  if (row.length !== 2 || below?.length !== 1 || below[0]?.is !== 'guest-kernel') return undefined;
  const outside = row.findIndex((layer) => !isInside(layer));
  return outside >= 0 && row.some(isInside) ? outside : undefined;
}
