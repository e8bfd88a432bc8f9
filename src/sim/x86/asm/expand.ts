import type { Words } from './faultList.ts';
import type { Define } from './macro.ts';
import { say } from './say.ts';
import { isSign, type Token } from './token.ts';

/** The words one line may grow to, and how deep names may stand for names. */
const MOST_TOKENS = 20_000;
const DEEPEST = 50;

/** What is defined, and where faults and a budget of words are kept. */
export interface Defines {
  readonly exact: ReadonlyMap<string, Define>;
  /** By name in small letters: %idefine. */
  readonly loose: ReadonlyMap<string, Define>;
  fault(message: Words, at: Token): undefined;
}

/** A line with every defined name replaced by what it stands for; never a name inside itself. */
export function expand(tokens: readonly Token[], defines: Defines): readonly Token[] {
  if (!defines.exact.size && !defines.loose.size) return tokens;
  const out: Token[] = [];
  return expandInto(out, tokens, defines, new Set()) ? out : [];
}

const find = ({ exact, loose }: Defines, token: Token): Define | undefined =>
  token.kind !== 'word' || token.escaped ? undefined : (exact.get(token.text) ?? loose.get(token.text.toLowerCase()));

function expandInto(out: Token[], tokens: readonly Token[], defines: Defines, inside: ReadonlySet<Define>): boolean {
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token) break;
    if (out.length > MOST_TOKENS || inside.size > DEEPEST) return refuse(say.macroTooMuch(), token, defines);
    const found = find(defines, token);
    const call = found?.parameters ? readArguments(tokens, i + 1) : undefined;
    if (!found || inside.has(found) || (found.parameters && !call)) {
      out.push(token);
      continue;
    }
    if (call && found.parameters && call.given.length !== found.parameters.length)
      return refuse(say.macroArguments(token.text, `${found.parameters.length}`, call.given.length), token, defines);
    const body = call ? fill(found, call.given, defines, new Set([...inside, found])) : found.body;
    if (!body) return false;
    const placed = body.map((each) => ({ ...each, column: token.column, end: token.end }));
    if (!expandInto(out, placed, defines, new Set([...inside, found]))) return false;
    if (call) i = call.end;
  }
  return true;
}

function refuse(message: Words, at: Token, defines: Defines): false {
  defines.fault(message, at);
  return false;
}

function fill(
  { parameters, body }: Define,
  given: readonly Token[][],
  defines: Defines,
  inside: ReadonlySet<Define>,
): Token[] | undefined {
  const expanded = new Map<string, Token[]>();
  for (const [i, name] of (parameters ?? []).entries()) {
    const out: Token[] = [];
    if (!expandInto(out, given[i] ?? [], defines, inside)) return undefined;
    expanded.set(name, out);
  }
  const filled: Token[] = [];
  for (const token of body) {
    const argument = token.kind === 'word' ? expanded.get(token.text) : undefined;
    if (argument) filled.push(...argument);
    else filled.push(token);
    if (filled.length > MOST_TOKENS) return refuse(say.macroTooMuch(), token, defines) || undefined;
  }
  return filled;
}

/** Arguments in parentheses, split at the commas outside inner ones; `end` is the place of the closing one. */
function readArguments(tokens: readonly Token[], from: number): { given: Token[][]; end: number } | undefined {
  if (!isSign(tokens[from], '(')) return undefined;
  const given: Token[][] = [[]];
  let depth = 0;
  for (let i = from + 1; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token) break;
    if (isSign(token, ')') && depth-- === 0) return { given, end: i };
    if (isSign(token, '(')) depth++;
    if (isSign(token, ',') && depth === 0) given.push([]);
    else given.at(-1)?.push(token);
  }
  return undefined;
}
