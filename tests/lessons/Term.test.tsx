import { readFileSync } from 'node:fs';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Term } from '#lessons/Term.tsx';
import { toneOfTerm } from '#lessons/tones.ts';
import { renderInLesson } from './stand.tsx';

const term = (
  <Term id="ept" word="extended page tables" other="扩展页表" abbr="EPT" definition="Tables the hypervisor keeps.">
    extended tables
  </Term>
);
const word = () => screen.getByText('extended tables');
const tip = () => document.querySelector('[role="tooltip"]');
const isOpen = () => tip()?.hasAttribute('data-open');

test('a term carries its definition for whoever asks, in both languages', () => {
  renderInLesson(term);
  expect(word()).toHaveAccessibleDescription(/extended page tables \(EPT\) 扩展页表\s*Tables the hypervisor keeps\./);
  expect(tip()?.querySelector('[lang="zh-CN"]')).toHaveTextContent('扩展页表');
});

test('it opens on focus, and Escape closes it while focus stays', async () => {
  const user = userEvent.setup();
  renderInLesson(term);
  expect(isOpen()).toBe(false);
  await user.tab();
  expect(word()).toHaveFocus();
  expect(isOpen()).toBe(true);
  await user.keyboard('{Escape}');
  expect(isOpen()).toBe(false);
  expect(word()).toHaveFocus();
});

test('it opens under the mouse, stays while the mouse is on it, and Escape closes it without focus', async () => {
  const user = userEvent.setup();
  renderInLesson(term);
  await user.hover(word());
  expect(isOpen()).toBe(true);
  await user.hover(tip() as Element);
  expect(isOpen()).toBe(true);
  await user.keyboard('{Escape}');
  expect(isOpen()).toBe(false);
});

test('a tap opens it', async () => {
  const user = userEvent.setup();
  renderInLesson(term);
  await user.click(word());
  expect(isOpen()).toBe(true);
});

test('without scripts the definition is the word’s title; with them it is not said twice', () => {
  expect(renderToStaticMarkup(term)).toContain('title="Tables the hypervisor keeps."');
  renderInLesson(term);
  expect(word()).not.toHaveAttribute('title');
});

test('a term that names a role of the machine is marked with it, and only terms of the glossary are', () => {
  renderInLesson(term);
  expect(word()).toHaveAttribute('data-tone', 'vmm');
  const ids = [...readFileSync('content/glossary.yaml', 'utf8').matchAll(/^- id: (\S+)/gm)].map(([, id]) => id ?? '');
  expect(ids.filter((id) => toneOfTerm(id) !== undefined).length).toBeGreaterThan(15);
  expect(toneOfTerm('a-term-of-no-role')).toBeUndefined();
});
