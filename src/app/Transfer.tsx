import { Download, FileUp } from 'lucide-react';
import { type ChangeEvent, useRef, useState } from 'react';
import type { Text } from '#kit/text.ts';
import type { Kept } from '#lessons/kept.ts';
import { useSay } from '#lessons/locale.ts';
import { keep, useProgress } from '#lessons/progress.ts';
import { readKept, writeKept } from '#lessons/progressFile.ts';
import { entriesFor, undoing, type Way } from '#lessons/transfer.ts';
import { type Holdings, transferWords } from './progressWords.ts';

/** Bytes; Chinese letters take three. */
const LARGEST = 4_000_000;

interface Opened {
  readonly name: string;
  readonly saved: string;
  readonly kept: Kept;
}

const holdingsOf = ({ answers, read, tried }: Kept): Holdings => ({
  answers: Object.keys(answers).length,
  read: read.length,
  tried: tried.length,
});

/** What of the file is not here yet. */
function freshOf(mine: Kept, theirs: Kept): Holdings {
  const names = entriesFor('merge', mine, theirs).map(([name]) => name.split('/', 1)[0]);
  const count = (kind: string) => names.filter((name) => name === kind).length;
  return { answers: count('answer'), read: count('read'), tried: count('tried') };
}

/** Saves a text as a file of the reader's. */
function download(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** What a file holds, or why it was not used. */
async function openFile(file: File): Promise<Opened | readonly Text[]> {
  if (file.size > LARGEST) return [transferWords.refused, transferWords.tooLarge];
  const text = await file.text().catch(() => undefined);
  if (text === undefined) return [transferWords.refused, transferWords.unread];
  const read = readKept(text);
  if (read.fault) return [transferWords.refused, read.fault];
  return { name: file.name.slice(0, 80), saved: read.saved, kept: read.kept };
}

/** Saves progress to a file, and takes a file in: merged or in place of what is here, told before it is done. */
export function Transfer() {
  const { say } = useSay();
  const mine = useProgress();
  const [opened, setOpened] = useState<Opened>();
  const [said, setSaid] = useState<readonly Text[]>([]);
  const field = useRef<HTMLInputElement>(null);
  const save = () => {
    const day = new Date().toISOString().slice(0, 10);
    download(`hypervisible-progress-${day}.json`, writeKept(mine, day));
  };
  const open = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    // The same file can be chosen again.
    target.value = '';
    setOpened(undefined);
    if (!file) return;
    const found = await openFile(file);
    if (!('kept' in found)) return setSaid(found);
    setSaid([]);
    setOpened(found);
  };
  const take = (way: Way) => {
    if (!opened) return;
    const entries = entriesFor(way, mine, opened.kept);
    const stored = keep(entries);
    if (!stored) keep(undoing(entries, mine));
    setSaid([stored ? (way === 'merge' ? transferWords.merged : transferWords.replaced) : transferWords.notStored]);
    close();
  };
  const close = () => {
    setOpened(undefined);
    field.current?.focus();
  };
  return (
    <section className="transfer" aria-labelledby="transfer">
      <h2 id="transfer">{say(transferWords.title)}</h2>
      <p>{say(transferWords.how)}</p>
      <div className="transfer-ways">
        <button type="button" className="button" onClick={save}>
          <Download aria-hidden="true" />
          <span>{say(transferWords.save)}</span>
        </button>
        <label className="button">
          <FileUp aria-hidden="true" />
          <span>{say(transferWords.open)}</span>
          <input ref={field} type="file" accept=".json,application/json" className="visually-hidden" onChange={open} />
        </label>
      </div>
      <div role="status">
        {said.map((text) => (
          <p key={text.en}>{say(text)}</p>
        ))}
        {opened && <p>{say(transferWords.holds(opened.name, opened.saved, holdingsOf(opened.kept)))}</p>}
      </div>
      {opened && <Ways mine={mine} theirs={opened.kept} onTake={take} onCancel={close} />}
    </section>
  );
}

interface WaysProps {
  readonly mine: Kept;
  readonly theirs: Kept;
  onTake(way: Way): void;
  onCancel(): void;
}

/** Each way says what it will do before it is chosen. */
function Ways({ mine, theirs, onTake, onCancel }: WaysProps) {
  const { say } = useSay();
  return (
    <div className="transfer-choice">
      <p id="merge-how">{say(transferWords.mergeHow(freshOf(mine, theirs)))}</p>
      <button type="button" className="button strong" aria-describedby="merge-how" onClick={() => onTake('merge')}>
        <span>{say(transferWords.merge)}</span>
      </button>
      <p id="replace-how">{say(transferWords.replaceHow(holdingsOf(mine)))}</p>
      <button type="button" className="button" aria-describedby="replace-how" onClick={() => onTake('replace')}>
        <span>{say(transferWords.replace)}</span>
      </button>
      <button type="button" className="button" onClick={onCancel}>
        <span>{say(transferWords.cancel)}</span>
      </button>
    </div>
  );
}
