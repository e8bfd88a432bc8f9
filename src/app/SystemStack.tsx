import { tones } from '#labs/systems-grid/tones.ts';
import { changedWord, layerWords, privilegeWords } from '#labs/systems-grid/words.ts';
import { useSay } from '#lessons/locale.ts';
import { type PlacedLayer, placeLayers } from '#sim/systems/placeLayers.ts';
import type { Stack } from '#sim/systems/system.ts';
import { systemWords } from './systemWords.ts';

/** A system’s layers, drawn from what the catalogue says of them. Read in rows, from the top. */
export function SystemStack({ stack }: { stack: Stack }) {
  const { say } = useSay();
  return (
    <figure className="system-stack">
      <ul>
        {placeLayers(stack).map((placed) => (
          <LayerBox key={`${placed.row} ${placed.column}`} placed={placed} />
        ))}
      </ul>
      <figcaption>{say(systemWords.layersNote)}</figcaption>
    </figure>
  );
}

function LayerBox({ placed: { layer, row, column, rows, columns } }: { placed: PlacedLayer }) {
  const { say } = useSay();
  const { is, name, in: privilege, changed } = layer;
  const kind = say(layerWords[is]);
  const notes = [name === undefined ? [] : [kind], changed ? [say(changedWord)] : []].flat();
  const place = { gridRow: `${row + 1} / span ${rows}`, gridColumn: `${column + 1} / span ${columns}` };
  return (
    <li className={`layer ${tones[is]}`} style={place}>
      <b>{name ?? kind}</b>
      {notes.length > 0 && <span>{notes.join(say(systemWords.comma))}</span>}
      {privilege && <span className="privilege">{say(privilegeWords[privilege])}</span>}
    </li>
  );
}
