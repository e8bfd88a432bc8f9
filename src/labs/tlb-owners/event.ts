import { both, type Text } from '#kit/text.ts';
import type { State } from './state.ts';

/** Whatever changes who runs, empties something, or shows an old frame. */
export function event(before: State, { told }: State): Text | undefined {
  if (told === before.told || told.kind === 'begin') return undefined;
  if (told.kind !== 'moved') return told.isStale ? both('An old frame is read', '读到旧页框') : undefined;
  const { deed } = told;
  switch (deed.kind) {
    case 'exit':
      return both(`VM exit from ${deed.guest}`, `${deed.guest} 的虚拟机退出`);
    case 'enter':
      return deed.why === 'switch'
        ? both(`VM switch to ${deed.guest}`, `切换到虚拟机 ${deed.guest}`)
        : both(`Back in ${deed.guest}`, `回到 ${deed.guest}`);
    case 'cr3':
      return both(`${deed.guest} writes CR3`, `${deed.guest} 写 CR3`);
    case 'remap':
      return both(`A page of ${deed.guest} is moved`, `搬动 ${deed.guest} 的一页`);
    case 'invept':
      return both('INVEPT', 'INVEPT');
    case 'invvpid':
      return both(`INVVPID ${deed.guest}`, `INVVPID ${deed.guest}`);
  }
}
