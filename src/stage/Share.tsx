import { X } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { useStaged } from './context.ts';
import { words } from './words.ts';

/** The link to this very state, ready to be copied. */
export function Share({ address, onClose }: { address: string; onClose: () => void }) {
  const { say } = useStaged();
  const [copied, setCopied] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const copy = () => {
    field.current?.select();
    // Where the clipboard is refused, the link stays selected for the reader to copy.
    navigator.clipboard?.writeText(address).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <fieldset className="share" aria-labelledby={id}>
      <label id={id} htmlFor={`${id}-link`}>
        {say(words.shared)}
      </label>
      <input
        id={`${id}-link`}
        className="written"
        ref={field}
        readOnly
        value={address}
        onFocus={(event) => event.target.select()}
      />
      <button type="button" onClick={copy}>
        {say(words.copy)}
      </button>
      <button type="button" aria-label={say(words.close)} onClick={onClose}>
        <X />
      </button>
      <span role="status">{copied ? say(words.copied) : ''}</span>
    </fieldset>
  );
}
