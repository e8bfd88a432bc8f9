import type { SourceFault } from '#kit/controls.ts';
import { useStaged } from './context.ts';
import { words } from './words.ts';

/** Each fault with its place and what would be right. */
export function Faults({ id, faults }: { id: string; faults: readonly SourceFault[] }) {
  const { say } = useStaged();
  return (
    <ul className="faults" id={id} role="status">
      {faults.map((fault) => (
        <li key={`${fault.line}:${fault.column}`}>
          <b>{say(words.fault(fault.line, fault.column))}</b>
          <span>{say(fault.message)}</span>
        </li>
      ))}
    </ul>
  );
}
