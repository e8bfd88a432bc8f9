import type { RawLine } from './macro.ts';
import { fault, nameOf, numberIn, type Preprocessing } from './preprocessing.ts';
import { say, what } from './say.ts';
import type { Token } from './token.ts';

/** Whether it was one of %if … %endif. What stands in an inactive part is read only to find its end. */
export function readCondition(state: Preprocessing, line: RawLine, directive: Token): boolean {
  const { conditions } = state;
  const word = nameOf(directive);
  const opening = /^(?:el)?if(n?)(def)?$/.exec(word);
  const current = conditions.at(-1);
  const outer = conditions.slice(0, -1).every(({ active }) => active);
  if (opening && !word.startsWith('el')) {
    const active = conditions.every((each) => each.active);
    const holds = active && decide(state, line, opening[1] === 'n', opening[2] !== undefined);
    conditions.push({ opener: directive, line, active: holds, taken: holds, hasElse: false });
    return true;
  }
  if (!opening && word !== 'else' && word !== 'endif') return false;
  if (!current) fault(state, line, say.noBlock(`%${word}`, '%if'), directive);
  else if (word === 'endif') conditions.pop();
  else {
    if (current.hasElse) fault(state, line, say.noBlock(`%${word}`, '%if'), directive);
    const open = outer && !current.taken;
    current.active = open && (!opening || decide(state, line, opening[1] === 'n', opening[2] !== undefined));
    current.taken ||= current.active;
    current.hasElse ||= !opening;
  }
  return true;
}

function decide(state: Preprocessing, line: RawLine, not: boolean, defined: boolean): boolean {
  const [, , name] = line.tokens;
  if (defined) {
    if (name?.kind !== 'word') fault(state, line, say.expected(what.name), name);
    const known = name && (state.exact.has(name.text) || state.loose.has(name.text.toLowerCase()));
    return Boolean(known) !== not;
  }
  return ((numberIn(state, line, line.tokens.slice(2)) ?? 0n) !== 0n) !== not;
}
