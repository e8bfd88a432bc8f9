import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { HelpButton } from '#app/HelpButton.tsx';

beforeEach(() => {
  localStorage.clear();
  // jsdom has the element, not its methods.
  HTMLDialogElement.prototype.showModal = vi.fn(function (this: HTMLDialogElement) {
    this.open = true;
  });
});

test('`?` opens the list of keys from anywhere but a field', async () => {
  render(
    <>
      <input aria-label="field" />
      <HelpButton />
    </>,
  );
  fireEvent.keyDown(screen.getByLabelText('field'), { key: '?' });
  expect(screen.queryByRole('dialog')).toBeNull();
  fireEvent.keyDown(document.body, { key: '?' });
  const dialog = await screen.findByRole('dialog', { name: 'Keys' });
  for (const key of ['←', 'Shift →', 'Space', 'Home', 'R', 'F', 'S', 'Enter']) expect(dialog).toHaveTextContent(key);
});

test('the button opens it again after it was closed', async () => {
  const user = userEvent.setup();
  render(<HelpButton />);
  await user.click(screen.getByRole('button', { name: /Help/ }));
  const dialog = await screen.findByRole<HTMLDialogElement>('dialog');
  dialog.open = false;
  await user.click(screen.getByRole('button', { name: /Help/ }));
  expect(dialog.open).toBe(true);
});

test('a reader who types question marks can turn the key off, and it stays off', async () => {
  const user = userEvent.setup();
  const first = render(<HelpButton />);
  await user.click(screen.getByRole('button', { name: /Help/ }));
  await user.click(await screen.findByRole('checkbox', { name: /opens this from anywhere/ }));
  first.unmount();
  render(<HelpButton />);
  fireEvent.keyDown(document.body, { key: '?' });
  expect(screen.queryByRole('dialog')).toBeNull();
});
