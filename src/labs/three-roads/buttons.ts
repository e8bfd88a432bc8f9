import type { Mark } from '#kit/mark.ts';
import type { Text } from '#kit/text.ts';
import type { Layout } from './layout.ts';
import { isPlanned } from './model.ts';
import type { Deed, State } from './state.ts';
import { abouts, labels } from './words.ts';

const verbs: readonly Deed['verb'][] = ['migrate', 'share', 'hostile'];

/** What a road allows and what it does not can be tried: a refusal says why. */
export function buttonMarks(state: State, { buttons }: Layout): readonly Mark[] {
  return verbs.flatMap((verb, i): Mark[] => {
    const place = buttons[i];
    if (!place) return [];
    const isRefused = state.deed?.verb === verb && state.deed.refused !== undefined;
    const common = { kind: 'box', key: verb, place, text: labels[verb], size: 's' } as const;
    if (verb === 'hostile' && isPlanned(state)) return [{ ...common, ghost: true, about: abouts.planned }];
    return [{ ...common, move: [verb], about: aboutOf(verb), ...(isRefused && { tone: 'bad' }) }];
  });
}

const aboutOf = (verb: Deed['verb']): Text => abouts[verb];
