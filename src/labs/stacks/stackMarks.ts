import type { Place } from '#kit/layout.ts';
import type { Box, Mark, Tone } from '#kit/mark.ts';
import { both, type Text } from '#kit/text.ts';
import type { Fates } from '#sim/stacks/fate.ts';
import type { StackLayer } from '#sim/stacks/layer.ts';
import type { LayerKind, Privilege } from '#sim/systems/system.ts';
import type { Layout } from './layout.ts';
import { fatesIn, type State, whereOf } from './model.ts';
import { capital, levelOf, saidName, shortName, tidy } from './names.ts';
import { changedWord, fateWords, privilegeWords, marks as say } from './words.ts';

const tones: Readonly<Record<LayerKind, Tone>> = {
  programs: 'guestUser',
  container: 'guestUser',
  'guest-kernel': 'guestKernel',
  'service-os': 'host',
  'device-model': 'host',
  vmm: 'vmm',
  firmware: 'vmm',
  emulator: 'vmm',
  library: 'plain',
  'language-vm': 'plain',
  tool: 'plain',
  'host-kernel': 'host',
  hardware: 'hw',
};

/** A box for each layer, and a chip in the one whose driver reaches the device. */
export function stackMarks(state: State, places: ReadonlyMap<string, Place>, layout: Layout): readonly Mark[] {
  const fates = fatesIn(state);
  return state.trace.layers.flatMap((layer): readonly Mark[] => {
    const place = places.get(layer.id);
    if (!place) return [];
    return [layerBox(state, layer, place, layout, fates), ...driverChip(state, layer, place, layout)];
  });
}

function layerBox(state: State, layer: StackLayer, place: Place, layout: Layout, fates: Fates | undefined): Box {
  const fate = fates?.layers[layer.id] ?? 'lives';
  const level = levelOf(state.trace, layer);
  const { w, h } = layout.roomy;
  const sub = privilegeOf(state, layer);
  const isRoomy = place.w >= w * 2.5 || (place.w >= w && place.h >= h);
  const isFitting = sub !== undefined && sub.en.length * layout.letter * 0.9 <= place.w;
  const canCrash = layer.is !== 'hardware';
  return {
    kind: 'box',
    key: layer.id,
    place,
    size: 's',
    tone: fate === 'dies' ? 'bad' : tones[layer.is],
    text: shortName(layer),
    ...(isRoomy && isFitting && { sub }),
    ...(level && { corner: level }),
    ...(fate !== 'lives' && { ghost: true }),
    ...(whereOf(state) === layer.id && { now: true }),
    ...(state.crashed === layer.id && { picked: true }),
    about: aboutLayer(state, layer, fates),
    ...(canCrash && { move: ['crash', layer.id] as const }),
  };
}

/** There is one root mode, and L0 has it: what L1 takes for root mode is non-root. */
const seenIn: Readonly<Partial<Record<Privilege, Privilege>>> = { root0: 'nonroot0', root3: 'nonroot3' };

function privilegeOf({ trace }: State, layer: StackLayer): Text | undefined {
  const own = layer.in;
  if (!own) return undefined;
  return privilegeWords[(levelOf(trace, layer) === 'L1' && seenIn[own]) || own];
}

function aboutLayer(state: State, layer: StackLayer, fates: Fates | undefined): Text {
  const name = capital(saidName(state.trace, layer.id));
  if (layer.is === 'hardware') return name;
  const privilege = privilegeOf(state, layer);
  const facts: readonly Text[] = [
    ...(privilege ? [privilege] : []),
    ...(layer.changed ? [changedWord] : []),
    ...(fates ? [fateWords[fates.layers[layer.id] ?? 'lives']] : []),
  ];
  const doing = state.crashed === layer.id ? say.mend(name) : say.crash(name);
  return tidy(
    both(
      `${doing.en}${facts.map(({ en }) => `, ${en}`).join('')}`,
      `${doing['zh-CN']}${facts.map((fact) => `，${fact['zh-CN']}`).join('')}`,
    ),
  );
}

/** Layers with a driver of the device that the request is for; of both kinds of device, where it is for none. */
export function driversOf({ trace: { site, start }, params: { request } }: State): readonly string[] {
  const sites = site.outer ? [site, site.outer] : [site];
  return sites.flatMap(({ system }) => {
    const servers = request === 'packet' ? system.net : system.disk;
    return [servers.at(-1) ?? (system.layers.some(({ id }) => id === system.kernel) ? system.kernel : start)];
  });
}

function driverChip(state: State, layer: StackLayer, place: Place, { badge, letter }: Layout): readonly Mark[] {
  if (!driversOf(state).includes(layer.id)) return [];
  const w = Math.min(place.w - 8, letter * 7);
  return [
    {
      kind: 'box',
      key: `driver-${layer.id}`,
      place: { x: place.x + place.w - w - 3, y: place.y + place.h - badge.h - 3, w, h: badge.h },
      tone: 'plain',
      size: 's',
      text: say.driver,
    },
  ];
}
