import { both, type Text } from '#kit/text.ts';
import type { StackLayer } from '#sim/stacks/layer.ts';
import { hasGuestKernel } from '#sim/stacks/requests.ts';
import type { Trace } from '#sim/stacks/traceRequest.ts';
import { layerWords } from './words.ts';

/** `1` for a layer of the system inside, `2` for its guest; nothing where there is one level only. */
export const levelOf = ({ site }: Trace, { id }: StackLayer): string | undefined => {
  if (!site.outer) return undefined;
  return id.startsWith('l2-') ? 'L2' : id.startsWith('l1-') ? 'L1' : 'L0';
};

/** What a layer is called in its box. */
export const shortName = ({ name, is }: StackLayer): Text => (name === undefined ? layerWords[is] : both(name, name));

const nameOf = ({ name, is }: StackLayer): Text => {
  if (is === 'programs') return both(`the program${name ? ` (${name})` : ''}`, `程序${name ? `（${name}）` : ''}`);
  if (is === 'container') return both('the program in the container', '容器里的程序');
  if (is === 'guest-kernel')
    return both(`the guest’s kernel${name ? ` (${name})` : ''}`, `客户机内核${name ? `（${name}）` : ''}`);
  if (is === 'hardware') return both('the device', '设备');
  if (is === 'host-kernel' && name !== 'Linux') return both('the host’s kernel', '宿主内核');
  if (name === 'VMM') return both('the VMM', 'VMM');
  return name === undefined
    ? both(`the ${layerWords[is].en.toLowerCase()}`, layerWords[is]['zh-CN'])
    : both(name, name);
};

/** What a layer is called in a sentence, with its level where there are several. */
export function saidName(trace: Trace, id: string): Text {
  const layer = trace.layers.find((each) => each.id === id);
  if (!layer) return both(id, id);
  const [name, level] = [nameOf(layer), levelOf(trace, layer)];
  if (!level || layer.is === 'hardware') return name;
  const bare = name.en.replace(/^the /, '');
  return both(`${bare === name.en ? '' : 'the '}${bare} of ${level}`, `${level} 的${name['zh-CN']}`);
}

/** What runs inside, by itself and beside another of its kind: a guest only where it has a kernel of its own. */
export function insideOf({ site }: Trace): { readonly one: Text; readonly second: Text } {
  const { system } = site;
  if (hasGuestKernel(system))
    return { one: both('the guest', '客户机'), second: both('a second guest', '另一台客户机') };
  return system.layers.some(({ is }) => is === 'container')
    ? { one: both('the container', '容器'), second: both('a second container', '另一个容器') }
    : { one: both('the program', '程序'), second: both('a second program', '另一个程序') };
}

/** Chinese that was put together from parts, with a space wherever it meets Latin letters or figures. */
export const tidy = ({ en, 'zh-CN': zh }: Text): Text =>
  both(
    en,
    zh
      .replace(/(\p{Script=Han})(?=[A-Za-z0-9+])/gu, '$1 ')
      .replace(/([A-Za-z0-9])(?=\p{Script=Han})/gu, '$1 ')
      .replace(/(\p{Script=Han})(?=\.[a-z])/gu, '$1 '),
  );

/** With a capital, to begin a sentence. */
export const capital = ({ en, 'zh-CN': zh }: Text): Text =>
  both(/^(the|a) /.test(en) ? en.charAt(0).toUpperCase() + en.slice(1) : en, zh);
