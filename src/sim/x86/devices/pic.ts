/** One of the two interrupt controllers; Intel 8259A data sheet. Requests are edge-triggered and latched. */
export interface Pic {
  /** Requests that wait, requests in service, requests masked: IRR, ISR and IMR, IR0 in bit 0. */
  requested: number;
  inService: number;
  masked: number;
  /** Levels of the input lines, to see edges. */
  lines: number;
  /** The vector of IR0: ICW2. */
  base: number;
  /** Which initialization word comes next, 2 to 4; 0 after the last. */
  expects: number;
  /** ICW1 said that ICW4 will come. */
  wantsFourth: boolean;
  /** ICW4: acknowledging ends the interrupt (AEOI); special fully nested mode. */
  automatic: boolean;
  nested: boolean;
  /** AEOI rotates priorities. */
  rotates: boolean;
  /** The input of highest priority. */
  highest: number;
  /** OCW3: special mask mode, poll at the next read, and ISR rather than IRR is read. */
  specialMask: boolean;
  polls: boolean;
  readsService: boolean;
}

export const makePic = (base: number, masked: number): Pic => ({
  requested: 0,
  inService: 0,
  masked,
  lines: 0,
  base,
  expects: 0,
  wantsFourth: false,
  automatic: false,
  nested: false,
  rotates: false,
  highest: 0,
  specialMask: false,
  polls: false,
  readsService: false,
});

/** How far from the highest priority the most urgent of these inputs is; 8 where there is none. */
function urgencyOf({ highest }: Pic, inputs: number): number {
  for (let i = 0; i < 8; i++) if ((inputs & (1 << ((highest + i) & 7))) !== 0) return i;
  return 8;
}

/** The input that would interrupt now, or undefined. `master` sees the slave's requests while one is in service, if nested. */
export function requestOf(pic: Pic, cascade: number): number | undefined {
  const urgency = urgencyOf(pic, pic.requested & ~pic.masked);
  if (urgency === 8) return undefined;
  const hidden = pic.specialMask ? pic.masked : 0;
  const ignored = pic.nested ? cascade : 0;
  if (urgency >= urgencyOf(pic, pic.inService & ~hidden & ~ignored)) return undefined;
  return (pic.highest + urgency) & 7;
}

/** Sets an input line; a rising edge is a request. */
export function setLine(pic: Pic, input: number, high: boolean): void {
  const bit = 1 << input;
  if (high && (pic.lines & bit) === 0) pic.requested |= bit;
  pic.lines = high ? pic.lines | bit : pic.lines & ~bit;
}

/** The processor takes this request: it goes into service, unless ends are automatic. */
export function serve(pic: Pic, input: number): void {
  const bit = 1 << input;
  pic.requested &= ~bit;
  if (!pic.automatic) pic.inService |= bit;
  else if (pic.rotates) pic.highest = (input + 1) & 7;
}

/** Ports with A0 = 0 hold ICW1, OCW2 and OCW3. */
export function writeCommand(pic: Pic, value: number): void {
  if ((value & 0x10) !== 0) initialize(pic, value);
  else if ((value & 0x08) !== 0) select(pic, value);
  else endOrRotate(pic, value);
}

/** ICW1 clears everything but the levels of the lines. */
function initialize(pic: Pic, value: number): void {
  const { base, lines } = pic;
  Object.assign(pic, makePic(base, 0), { lines, expects: 2, wantsFourth: (value & 1) !== 0 });
}

/** OCW3. */
function select(pic: Pic, value: number): void {
  if ((value & 0x04) !== 0) pic.polls = true;
  if ((value & 0x02) !== 0) pic.readsService = (value & 1) !== 0;
  if ((value & 0x40) !== 0) pic.specialMask = (value & 0x20) !== 0;
}

/** OCW2: bits 5-7 are EOI, SL and R. */
function endOrRotate(pic: Pic, value: number): void {
  const level = value & 7;
  switch (value >> 5) {
    case 0:
    case 4:
      pic.rotates = value >> 5 === 4;
      return;
    case 1:
    case 5:
      endMostUrgent(pic, value >> 5 === 5);
      return;
    case 3:
      pic.inService &= ~(1 << level);
      return;
    case 6:
      pic.highest = (level + 1) & 7;
      return;
    case 7:
      pic.inService &= ~(1 << level);
      pic.highest = (level + 1) & 7;
      return;
    default:
      return;
  }
}

/** A non-specific EOI. */
function endMostUrgent(pic: Pic, rotate: boolean): void {
  const urgency = urgencyOf(pic, pic.inService);
  if (urgency === 8) return;
  const level = (pic.highest + urgency) & 7;
  pic.inService &= ~(1 << level);
  if (rotate) pic.highest = (level + 1) & 7;
}

/** Ports with A0 = 1 hold ICW2-4 while those are expected, then the mask (OCW1). */
export function writeMask(pic: Pic, value: number): void {
  switch (pic.expects) {
    case 2:
      pic.base = value & 0xf8;
      pic.expects = 3;
      return;
    case 3:
      pic.expects = pic.wantsFourth ? 4 : 0;
      return;
    case 4:
      pic.nested = (value & 0x10) !== 0;
      pic.automatic = (value & 0x02) !== 0;
      pic.expects = 0;
      return;
    default:
      pic.masked = value;
  }
}

/** IRR or ISR as OCW3 chose, or the answer to a poll, which serves the request. */
export function readCommand(pic: Pic, cascade: number): number {
  if (!pic.polls) return pic.readsService ? pic.inService : pic.requested;
  pic.polls = false;
  const input = requestOf(pic, cascade);
  if (input === undefined) return 0;
  serve(pic, input);
  return 0x80 | input;
}
