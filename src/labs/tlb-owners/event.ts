import type { Text } from '#kit/text.ts';
import type { State } from './state.ts';
import { text } from './words.ts';

/** Whatever changes who runs, empties something, or shows an old frame. */
export function event(before: State, { told }: State): Text | undefined {
  if (told === before.told || told.kind === 'begin') return undefined;
  if (told.kind !== 'moved') return told.isStale ? text('An old frame is read', '读到旧页框') : undefined;
  const { deed } = told;
  switch (deed.kind) {
    case 'exit':
      return text(`VM exit from ${deed.guest}`, `${deed.guest} 的虚拟机退出`);
    case 'enter':
      return deed.why === 'switch'
        ? text(`VM switch to ${deed.guest}`, `切换到虚拟机 ${deed.guest}`)
        : text(`Back in ${deed.guest}`, `回到 ${deed.guest}`);
    case 'cr3':
      return text(`${deed.guest} writes CR3`, `${deed.guest} 写 CR3`);
    case 'remap':
      return text(`A page of ${deed.guest} is moved`, `搬动 ${deed.guest} 的一页`);
    case 'invept':
      return text('INVEPT', 'INVEPT');
    case 'invvpid':
      return text(`INVVPID ${deed.guest}`, `INVVPID ${deed.guest}`);
  }
}
