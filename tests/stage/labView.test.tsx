import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Component, type ReactNode } from 'react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { initialParams } from '#kit/controls.ts';
import type { Lab } from '#kit/lab.ts';
import type { Link } from '#kit/run.ts';
import { LabView } from '#stage/LabView.tsx';
import { createLabStore, type LabStore } from '#stage/store.ts';
import { type Count, counter } from '../machine.ts';

const lab = counter as unknown as Lab;
let store: LabStore;
const addressOf = (link: Link) => `https://example.org/?${new URLSearchParams(link)}`;
const user = userEvent.setup();
const count = () => (store.getState().states[0] as Count).n;

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
  store = createLabStore(lab, { params: initialParams(lab.controls), moves: [], at: 0 });
  render(<LabView id="counter" lab={lab} store={store} locale="en" addressOf={addressOf} />);
});
class Shown extends Component<{ readonly children: ReactNode }, { readonly error?: Error }> {
  override state: { readonly error?: Error } = {};
  static getDerivedStateFromError = (error: Error) => ({ error });
  override render() {
    return this.state.error ? <p role="alert">{this.state.error.message}</p> : this.props.children;
  }
}
const frame = () => screen.getByRole('region', { name: 'Counter' });
const press = async (keys: string) => {
  frame().focus();
  await user.keyboard(keys);
};

test('arrows step, shift and arrows go by events, Home and End to the ends', async () => {
  await press('{ArrowRight}{ArrowRight}{ArrowLeft}');
  expect(count()).toBe(1);
  await press('{Shift>}{ArrowRight}{/Shift}');
  expect(count()).toBe(5);
  await press('{End}');
  expect(count()).toBe(9);
  await press('r');
  expect(count()).toBe(0);
});

test('what stands beside the picture follows: the count of steps, the counters, the slider', async () => {
  await press('{ArrowRight}{ArrowRight}');
  expect(await screen.findByText('step 2 of 9')).toBeInTheDocument();
  expect(screen.getByRole('slider', { name: 'Place in the run' })).toHaveValue('2');
  expect(screen.getByText('count', { selector: '.counters dt' }).parentElement).toHaveTextContent('2');
});

test('of two machines under one clock, every number says whose it is', () => {
  cleanup();
  const two = createLabStore(lab, { params: initialParams(lab.controls), moves: [], at: 3 }, [{ pace: 'two' }]);
  render(<LabView id="counter" lab={lab} store={two} locale="en" addressOf={addressOf} lanes={['by one', 'by two']} />);
  const numbersIn = (element: Element | null | undefined) =>
    [...(element?.querySelectorAll('.lane-number') ?? [])].map((number) => number.parentElement?.textContent);
  expect(screen.getAllByRole('heading', { level: 3 }).flatMap(numbersIn)).toEqual(['1 by one', '2 by two']);
  expect(numbersIn(screen.getByText('count', { selector: '.counters dt' }).parentElement)).toEqual(['13', '26']);
});

test('the slider goes where the story goes: to a place on it, and back where a held lab stands', async () => {
  const slider = screen.getByRole('slider', { name: 'Place in the run' });
  fireEvent.change(slider, { target: { value: '4' } });
  expect(count()).toBe(4);
  expect(slider).toHaveValue('4');
  store.getState().hold(true);
  fireEvent.change(slider, { target: { value: '7' } });
  expect(slider).toHaveValue('4');
});

test('the picture shows a step at once, and its marks are named anew a frame later', async () => {
  const mark = screen.getByRole('button', { name: '0' });
  act(() => {
    store.getState().step();
    expect(mark).toHaveTextContent('1');
  });
  await vi.waitFor(() => expect(mark).toHaveAccessibleName('1'));
});

test('each step is said in one polite region that is there from the start', async () => {
  const region = screen.getByText('It has counted to 0.').closest('[aria-live="polite"]');
  await press('{ArrowRight}');
  expect(region).toHaveTextContent('It has counted to 1.');
  expect(region).toBeInTheDocument();
});

describe('what a step cannot draw is thrown where the page can show it', () => {
  const whole = (state: Count): Count => {
    if (state.n === 2) throw new Error('nowhere to put 2');
    return state;
  };
  test.each([
    ['the picture', { ...counter, scene: (state: Count) => counter.scene(whole(state), 'wide') }],
    ['the sentence', { ...counter, caption: (state: Count) => counter.caption(whole(state)) }],
  ])('%s', async (_what, drawn) => {
    cleanup();
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const lab = drawn as unknown as Lab;
    const store = createLabStore(lab, { params: initialParams(lab.controls), moves: [], at: 0 });
    render(
      <Shown>
        <LabView id="counter" lab={lab} store={store} locale="en" addressOf={addressOf} />
      </Shown>,
    );
    await press('{ArrowRight}');
    expect(screen.queryByRole('alert')).toBeNull();
    await press('{ArrowRight}');
    expect(screen.getByRole('alert')).toHaveTextContent('nowhere to put 2');
  });
});

test('a click on a mark makes its move, and so does Enter', async () => {
  await user.click(screen.getByRole('button', { name: '0' }));
  expect((store.getState().states[0] as Count).touched).toEqual([0]);
  screen.getByRole('button', { name: '0' }).focus();
  await user.keyboard('{Enter}');
  expect((store.getState().states[0] as Count).touched).toEqual([0, 0]);
});

test('the machine asks before the step, answers the bet, and can be skipped', async () => {
  store.getState().seek(3);
  await press('{ArrowRight}');
  const question = await screen.findByRole('group', { name: /What comes next/ });
  await user.click(within(question).getByRole('button', { name: '5' }));
  expect(await screen.findByText(/That would be two more/)).toBeInTheDocument();
  expect(count()).toBe(4);
});

test('turning a control tells the same story on the other machine', async () => {
  store.getState().seek(2);
  await user.click(screen.getByRole('radio', { name: '2' }));
  expect(count()).toBe(4);
});

test('a fault in a source is said with its place, and what was written stays', async () => {
  await user.type(screen.getByLabelText('Say'), 'a bad word{Enter}');
  expect(screen.getByText('no “bad” here')).toBeInTheDocument();
  expect(screen.getByLabelText('Say')).toHaveValue('a bad word');
  expect(store.getState().params.words).toBe('');
});

test('a line entered at the prompt becomes the last line of the source', async () => {
  await user.type(screen.getByLabelText('Say'), 'one{Enter}');
  await user.type(screen.getByLabelText('Say'), 'two{Enter}');
  expect(store.getState().params.words).toBe('one\ntwo');
});

test('S gives the link that opens this very state', async () => {
  store.getState().seek(2);
  await user.click(await screen.findByRole('button', { name: '2' }));
  await press('s');
  expect(screen.getByRole('textbox', { name: 'A link to exactly this state:' })).toHaveValue(
    'https://example.org/?moves=2+touch.2&at=3',
  );
});

test('letters act only in the lab', async () => {
  frame().blur();
  document.body.focus();
  store.getState().seek(2);
  await user.keyboard('r');
  expect(count()).toBe(2);
});

test('the state can be read as a table, and a reached goal is ticked off', async () => {
  await user.click(screen.getByText('Show as table'));
  expect(screen.getByRole('row', { name: /count 0/ })).toBeInTheDocument();
  expect(screen.getByRole('row', { name: 'over no' })).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: '0' }));
  expect(await screen.findByText(/You touched it/)).toBeInTheDocument();
});

test('a goal is reached by a state that was passed within one frame, too', async () => {
  cleanup();
  const three = { ...lab.goals.touched, reached: (state: unknown) => (state as Count).n === 3 } as Lab['goals'][string];
  const passing: Lab = { ...lab, goals: { three } };
  store = createLabStore(passing, { params: initialParams(lab.controls), moves: [], at: 2 });
  render(<LabView id="counter" lab={passing} store={store} locale="en" addressOf={addressOf} />);
  act(() => {
    store.getState().ask(false);
    for (let i = 0; i < 4; i++) store.getState().step();
  });
  expect(count()).toBe(6);
  expect(await screen.findByText(/You touched it/)).toBeInTheDocument();
});
