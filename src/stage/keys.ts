import type { LabState } from './store.ts';

export interface Ways {
  readonly share: () => void;
  readonly project: () => void;
  readonly projecting: boolean;
}

/** Where these keys mean something else: in a field, a slider or a list of choices. */
const takesKeys = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable="true"], .cm-editor') !== null;
const onButton = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('button, summary, a, [role="button"]') !== null;

/**
 * What a key does while the lab has focus; undefined where it is not ours.
 * Letters act only here, never on the whole page (WCAG 2.1.4).
 */
export function keyToDeed(
  event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'> & { target: EventTarget },
  lab: LabState,
  ways: Ways,
): (() => void) | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || takesKeys(event.target)) return undefined;
  switch (event.key) {
    case 'ArrowRight':
      return event.shiftKey ? () => lab.stepEvent(1) : lab.step;
    case 'ArrowLeft':
      return event.shiftKey ? () => lab.stepEvent(-1) : lab.stepBack;
    case 'PageDown':
      return ways.projecting ? lab.step : undefined;
    case 'PageUp':
      return ways.projecting ? lab.stepBack : undefined;
    case ' ':
      return onButton(event.target) ? undefined : () => lab.play(!lab.playing);
    case 'Home':
      return () => lab.seek(0);
    case 'End':
      return () => lab.seek(lab.known);
    case 'Escape':
      return ways.projecting ? ways.project : undefined;
    case 'r':
    case 'R':
      return () => lab.seek(0);
    case 'f':
    case 'F':
      return ways.project;
    case 's':
    case 'S':
      return ways.share;
    default:
      return undefined;
  }
}
