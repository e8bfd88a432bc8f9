/**
 * The lab's machine: the network of `wiring.ts`, worked frame by frame.
 * Its outcomes are held against a real Linux kernel in tests/labs/network-modes.test.ts.
 */
import type { Model } from '#kit/model.ts';
import { flushBridge } from '#sim/net/bridge.ts';
import { flushStack } from '#sim/net/stack.ts';
import { fly, someoneWaits, timeOut, waitInVain } from './advance.ts';
import { prepare, start } from './attempt.ts';
import { runCommand } from './commands.ts';
import type { Settings } from './controls.ts';
import { readScript, type ScriptLine } from './script.ts';
import { type NetworkMove, noted, type State } from './state.ts';
import { OUT_ADDRESS, pairs, targetAddress, wire } from './wiring.ts';

function init(settings: Settings): State {
  return {
    settings,
    network: wire(settings),
    flights: [],
    hops: [],
    before: undefined,
    attempt: undefined,
    last: undefined,
    picked: undefined,
    note: { kind: 'begin' },
    results: {},
    seen: null,
    script: readScript(settings.script),
    taken: 0,
    attempts: 0,
    idents: {},
    frames: 0,
    arpRequests: 0,
  };
}

/** The next typed line. What was found out under other settings is no longer known: the matrix is emptied. */
function takeLine(state: State, line: ScriptLine): State {
  const taken: State = { ...state, taken: state.taken + 1 };
  const { on, command } = line;
  if (command.kind === 'ping' || command.kind === 'connect') return prepare(taken, { ...command, from: on });
  const changed = runCommand(state.network, on, command);
  if ('refused' in changed) return noted(taken, { kind: 'typed', line, refused: changed.refused });
  const quiet = noted(taken, { kind: 'typed', line });
  const forgets = command.kind === 'forget';
  return { ...quiet, network: changed.network, ...(!forgets && { results: {}, seen: null }) };
}

function work(state: State): State {
  const { attempt } = state;
  if (state.flights.length > 0) return fly(state);
  if (attempt?.stage === 'ready') return start(state, attempt);
  if (someoneWaits(state)) return waitInVain(state);
  if (attempt) return timeOut(state, attempt);
  const line = state.script[state.taken];
  return line ? takeLine(state, line) : state;
}

function step(state: State): State {
  const after = work(state);
  return after === state || !after.picked ? after : { ...after, picked: undefined };
}

/** Steps on until the attempt under way has ended and no frame is left. */
function finish(state: State): State {
  let now = state;
  while (now.attempt || now.flights.length > 0 || someoneWaits(now)) now = step(now);
  return now;
}

/** Every ping of the matrix and guest 1's connection, one after the other, each to its end. */
function fill(state: State): State {
  const pinged = pairs.reduce(
    (now, [from, to]) => finish(prepare(now, { kind: 'ping', from, address: targetAddress(now.network, to) })),
    finish(state),
  );
  const all = finish(prepare(pinged, { kind: 'connect', from: 'g1', address: OUT_ADDRESS }));
  return { ...noted(all, { kind: 'filled' }), picked: undefined };
}

/** Caches, flows, matrix and counters as they were at the start; the settings stay. */
function clear(state: State): State {
  const { network } = state;
  const stacks = Object.entries(network.stacks).map(([node, stack]) => [node, flushStack(stack)] as const);
  const bridges = Object.entries(network.bridges).map(([node, bridge]) => [node, flushBridge(bridge)] as const);
  return {
    ...init(state.settings),
    network: { ...network, stacks: Object.fromEntries(stacks), bridges: Object.fromEntries(bridges) },
    taken: state.taken,
    note: { kind: 'cleared' },
  };
}

function act(state: State, move: NetworkMove): State {
  switch (move[0]) {
    case 'ping': {
      const done = finish({ ...state, picked: undefined });
      return prepare(done, { kind: 'ping', from: move[1], address: targetAddress(done.network, move[2]) });
    }
    case 'connect':
      return prepare(finish({ ...state, picked: undefined }), { kind: 'connect', from: 'g1', address: OUT_ADDRESS });
    case 'from':
      return { ...state, picked: move[1] === 'none' ? undefined : move[1] };
    case 'fill':
      return fill(state);
    case 'clear':
      return clear(state);
  }
}

export const model: Model<Settings, State, NetworkMove> = { init, step, act };
