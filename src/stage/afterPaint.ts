const waiting = new Set<() => void>();

/** Does it once the next frame is on the screen; asked for twice before that, it is done once. */
export function afterPaint(deed: () => void): void {
  if (waiting.size === 0) requestAnimationFrame(() => setTimeout(doAll));
  waiting.add(deed);
}

function doAll(): void {
  const deeds = [...waiting];
  waiting.clear();
  for (const deed of deeds) deed();
}
