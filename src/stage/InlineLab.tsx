import { useLayoutEffect, useState } from 'react';
import type { Control, Controls, ParamsOf, Value } from '#kit/controls.ts';
import { readRun } from '#kit/link.ts';
import type { Link } from '#kit/run.ts';
import type { Text } from '#kit/text.ts';
import type { Staged } from './context.ts';
import { LabView } from './LabView.tsx';
import { createLabStore } from './store.ts';
import { sayIn } from './words.ts';

/** Settings in words, as an author writes them: `paging=native guestPage=2M`. */
export const wordsToLink = (settings: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    settings
      .split(/\s+/)
      .filter(Boolean)
      .map((word) => [word.split('=')[0] ?? '', word.split('=').slice(1).join('=')]),
  );

interface Props extends Staged {
  /** Where it opens: a moment of the lab's; its start if none is named. */
  readonly moment?: string | undefined;
  /** Settings that all its machines begin with, on top of the moment’s. */
  readonly set?: string | undefined;
  /** The run it goes on to, where an address tells one. */
  readonly link?: Link | undefined;
  /** Settings of the machine beside it, which makes the same moves under the same clock; a bar, and those of a third. */
  readonly beside?: string | undefined;
}

/** The settings of each machine beside the first: `technique=bare | technique=hardware`. */
export const machinesBeside = (beside: string): readonly Readonly<Record<string, string>>[] =>
  beside
    .split('|')
    .map(wordsToLink)
    .filter((link) => Object.keys(link).length > 0);

/** A lab in the text, on a clock of its own; with `beside`, two or three machines under that clock. */
export function InlineLab({ moment, set = '', link, beside = '', ...staged }: Props) {
  const { lab } = staged;
  const [{ store, fixed, lanes }] = useState(() => {
    const opening = { ...(moment !== undefined && lab.moments[moment]), ...wordsToLink(set) };
    const { run } = readRun(lab.controls, opening);
    const links = machinesBeside(beside);
    const names = [...new Set(links.flatMap((each) => Object.keys(each)))];
    const held = links.map((each) => readRun(lab.controls, { ...each }).run.params);
    const changesOf = (params: ParamsOf<Controls>, each: Link) =>
      Object.fromEntries(Object.keys(each).map((name) => [name, params[name] as Value]));
    const nameOf = (params: ParamsOf<Controls>): Text =>
      joinTexts(names.map((name) => nameOfValue(lab.controls[name], params[name] as Value)));
    return {
      store: createLabStore(
        lab,
        run,
        links.map((each, i) => changesOf(held[i] ?? run.params, each)),
      ),
      fixed: names,
      lanes: links.length > 0 ? [run.params, ...held].map(nameOf) : [],
    };
  });
  // The first picture is always the one that was served; the run that an address tells follows it before anything is painted.
  useLayoutEffect(() => {
    if (link) store.getState().open(readRun(lab.controls, link).run);
  }, [lab, store, link]);
  return <LabView {...staged} store={store} lanes={lanes.map(sayIn(staged.locale))} fixed={fixed} />;
}

/** What a setting is called on the screen. */
function nameOfValue(control: Control | undefined, value: Value): Text {
  if (control?.kind === 'switch')
    return value
      ? { en: `${control.label.en}: on`, 'zh-CN': `${control.label['zh-CN']}：开` }
      : { en: `${control.label.en}: off`, 'zh-CN': `${control.label['zh-CN']}：关` };
  const option = control?.kind === 'choice' ? control.options[String(value)] : undefined;
  const name = option ?? String(value);
  if (typeof name !== 'string') return name;
  // A bare number says nothing without what it is a number of.
  return control && /^\d/.test(name)
    ? { en: `${control.label.en}: ${name}`, 'zh-CN': `${control.label['zh-CN']}：${name}` }
    : { en: name, 'zh-CN': name };
}

const joinTexts = (texts: readonly Text[]): Text => ({
  en: texts.map((t) => t.en).join(', '),
  'zh-CN': texts.map((t) => t['zh-CN']).join('，'),
});
