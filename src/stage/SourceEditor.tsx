import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { type Diagnostic, linter, lintGutter } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { useEffect, useId, useRef, useState } from 'react';
import type { Source, SourceFault } from '#kit/controls.ts';
import { useStaged } from './context.ts';
import { Faults } from './Faults.tsx';
import { words } from './words.ts';

interface Props {
  readonly control: Source;
  readonly text: string;
  readonly onRun: (text: string) => void;
  readonly onCancel: () => void;
}

/** The code editor, with what `check` says in the margin. Ctrl+Enter runs; Escape, then Tab, leaves it by keyboard. */
export default function SourceEditor({ control, text, onRun, onCancel }: Props) {
  const { say } = useStaged();
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const [faults, setFaults] = useState<readonly SourceFault[]>([]);
  const id = useId();
  const run = () => {
    const written = view.current?.state.doc.toString() ?? text;
    const found = control.check(written);
    setFaults(found);
    if (found.length === 0) onRun(written);
    return true;
  };
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    if (!host.current) return;
    const editor = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: text,
        extensions: [
          lineNumbers(),
          history(),
          lintGutter(),
          linter((checked) =>
            control.check(checked.state.doc.toString()).map((fault) => diagnostic(checked, fault, say(fault.message))),
          ),
          keymap.of([{ key: 'Mod-Enter', run: () => latest.current() }, ...defaultKeymap, ...historyKeymap]),
          EditorView.contentAttributes.of({ 'aria-label': say(control.label), spellcheck: 'false' }),
        ],
      }),
    });
    view.current = editor;
    editor.focus();
    return () => editor.destroy();
  }, [control, text, say]);
  return (
    <div className="editor">
      <div ref={host} />
      <Faults id={id} faults={faults} />
      <button type="button" className="strong" onClick={run}>
        {say(words.run)}
      </button>
      <button type="button" onClick={onCancel}>
        {say(words.cancel)}
      </button>
    </div>
  );
}

function diagnostic(view: EditorView, fault: SourceFault, message: string): Diagnostic {
  const line = view.state.doc.line(Math.min(Math.max(1, fault.line), view.state.doc.lines));
  const from = Math.min(line.to, line.from + Math.max(0, fault.column - 1));
  return { from, to: line.to, severity: 'error', message };
}
