import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync('src/stage/tokens.css', 'utf8');
const tokensOf = (selector: string): Record<string, string> => {
  const body = css.slice(css.indexOf(`${selector} {`)).split('}')[0] ?? '';
  return Object.fromEntries([...body.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6})/g)].map((found) => [found[1], found[2]]));
};
const light = tokensOf(':root');
const themes = {
  light,
  dark: { ...light, ...tokensOf('[data-theme="dark"]') },
  projector: { ...light, ...tokensOf('[data-theme="projector"]') },
};

/** WCAG 2.2, "relative luminance" and "contrast ratio". */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => {
    const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [dark = 0, bright = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (bright + 0.05) / (dark + 0.05);
}

const letters = [
  ...['paper', 'raised', 'sunken'].flatMap((ground) =>
    ['ink', 'ink-2', 'ink-3', 'cross', 'bad', 'accent', 'data-ink'].map((ink) => [ink, ground]),
  ),
  ...['guest-user', 'guest-kernel', 'vmm', 'host', 'hw'].flatMap((role) => [
    [`${role}-ink`, role],
    [`${role}-ink`, 'raised'],
  ]),
  ['ink', 'data-fill'],
  ['data-ink', 'data-fill'],
];
const strokes = [
  'guest-user-line',
  'guest-kernel-line',
  'vmm-line',
  'host-line',
  'hw-line',
  'data',
  'cross',
  'bad',
  'focus',
  'control-line',
].map((line) => [line, 'raised']);

describe.each(Object.entries(themes))('in the %s theme', (theme, tokens) => {
  test.each(letters)('letters in %s can be read on %s', (ink = '', ground = '') => {
    expect(contrast(tokens[`--${ink}`] ?? '', tokens[`--${ground}`] ?? '')).toBeGreaterThanOrEqual(
      theme === 'projector' ? 7 : 4.5,
    );
  });
  test.each(strokes)('the line %s stands out on %s', (line = '', ground = '') => {
    expect(contrast(tokens[`--${line}`] ?? '', tokens[`--${ground}`] ?? '')).toBeGreaterThanOrEqual(
      theme === 'projector' ? 4.5 : 3,
    );
  });
});
