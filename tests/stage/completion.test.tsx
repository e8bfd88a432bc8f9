import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { initialParams } from '#kit/controls.ts';
import type { Lab } from '#kit/lab.ts';
import { LabView } from '#stage/LabView.tsx';
import { createLabStore, type LabStore } from '#stage/store.ts';
import grid from '../../src/labs/systems-grid/lab.ts';

const lab = grid as unknown as Lab;
let store: LabStore;

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
  store = createLabStore(lab, { params: initialParams(lab.controls), moves: [], at: 0 });
  render(<LabView id="systems-grid" lab={lab} store={store} locale="en" addressOf={() => 'https://example.org/'} />);
});
const field = () => screen.getByLabelText('Rule') as HTMLInputElement;
const offered = () => [...(field().list?.options ?? [])].map(({ value }) => value);

test('a line is completed as it is typed, by whole lines that go on from it', async () => {
  await userEvent.clear(field());
  await userEvent.type(field(), 'hosted implies sl');
  expect(offered()).toEqual(['hosted implies slower-than']);
  await userEvent.type(field(), 'ower-than ');
  expect(offered()).toContain('hosted implies slower-than bare-metal');
});

test('a rule with a mistake is not run, and the column of the mistake is said', async () => {
  await userEvent.clear(field());
  await userEvent.type(field(), 'hosted implys full{Enter}');
  expect(screen.getByText(/did you mean “implies”/)).toBeInTheDocument();
  expect(store.getState().params.rule).toBe('paravirtual implies bare-metal');
  await userEvent.clear(field());
  await userEvent.type(field(), 'hosted implies full{Enter}');
  expect(store.getState().params.rule).toBe('hosted implies full');
});

test('what may be written is shown under the field', () => {
  expect(screen.getByText(/type-2 implies slower-than type-1/)).toBeInTheDocument();
});
