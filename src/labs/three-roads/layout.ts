import { type Place, row } from '#kit/layout.ts';
import type { Point, Sheet } from '#kit/mark.ts';

export type Part = 'driver' | 'second' | 'kvm' | 'qemu' | 'vhost' | 'tap' | 'iommu' | 'device' | 'neighbour';
/** The ways between parts, each said in the direction away from the driver or from the ring. */
export type Lane =
  | 'exit'
  | 'toUser'
  | 'toWorker'
  | 'ringQemu'
  | 'ringWorker'
  | 'qemuTap'
  | 'workerTap'
  | 'tapDevice'
  | 'doorbell'
  | 'deviceIommu'
  | 'ringIommu'
  | 'breach';

export interface Layout {
  readonly parts: Readonly<Record<Part, Place>>;
  readonly lanes: Readonly<Record<Lane, readonly Point[]>>;
  /** Where they begin at guest B's driver instead. */
  readonly secondLanes: Readonly<Partial<Record<Lane, readonly Point[]>>>;
  readonly slots: readonly Place[];
  readonly ringTitle: Point;
  /** The two boundaries: a line across, and the words at its end, above and below it. */
  readonly boundaries: readonly {
    readonly line: readonly [Point, Point];
    readonly above?: Point;
    readonly below: Point;
  }[];
  readonly buttons: readonly Place[];
  readonly details: readonly Point[];
  readonly arrived: Point;
  readonly host: Point;
  /** How far a token stands out below the part it is at. */
  readonly token: { readonly w: number; readonly h: number; readonly over: number };
}

const at = (x: number, y: number): Point => ({ x, y });
const box = (x: number, y: number, w: number, h: number): Place => ({ x, y, w, h });

const wide: Layout = {
  parts: {
    driver: box(16, 8, 210, 58),
    second: box(256, 8, 210, 58),
    kvm: box(16, 296, 190, 64),
    qemu: box(256, 206, 210, 64),
    vhost: box(256, 296, 210, 64),
    tap: box(516, 296, 204, 64),
    iommu: box(256, 400, 210, 64),
    device: box(516, 400, 204, 64),
    neighbour: box(764, 400, 184, 64),
  },
  lanes: {
    exit: [at(50, 66), at(50, 296)],
    toUser: [at(170, 296), at(170, 238), at(256, 238)],
    toWorker: [at(206, 328), at(256, 328)],
    ringQemu: [at(361, 172), at(361, 206)],
    ringWorker: [at(491, 172), at(491, 314), at(466, 314)],
    qemuTap: [at(466, 238), at(618, 238), at(618, 296)],
    workerTap: [at(466, 342), at(516, 342)],
    tapDevice: [at(618, 360), at(618, 400)],
    doorbell: [at(226, 30), at(742, 30), at(742, 422), at(720, 422)],
    deviceIommu: [at(516, 432), at(466, 432)],
    ringIommu: [at(231, 172), at(231, 432), at(256, 432)],
    breach: [at(720, 448), at(764, 448)],
  },
  secondLanes: {
    exit: [at(256, 46), at(241, 46), at(241, 84), at(50, 84), at(50, 296)],
    doorbell: [at(466, 30), at(742, 30), at(742, 422), at(720, 422)],
  },
  slots: row(8, box(96, 113, 624, 59), 4),
  ringTitle: at(96, 98),
  boundaries: [
    { line: [at(16, 190), at(948, 190)], above: at(764, 174), below: at(764, 208) },
    { line: [at(16, 384), at(948, 384)], below: at(16, 402) },
  ],
  buttons: [box(764, 8, 184, 42), box(764, 56, 184, 42), box(764, 104, 184, 42)],
  details: [at(764, 246), at(764, 274), at(764, 302), at(764, 330)],
  arrived: at(16, 512),
  host: at(948, 512),
  token: { w: 96, h: 26, over: 2 },
};

const tall: Layout = {
  parts: {
    driver: box(8, 6, 130, 42),
    second: box(150, 6, 130, 42),
    kvm: box(8, 300, 96, 44),
    qemu: box(120, 226, 112, 44),
    vhost: box(120, 300, 112, 44),
    tap: box(248, 300, 92, 44),
    iommu: box(120, 402, 112, 44),
    device: box(248, 402, 92, 44),
    neighbour: box(8, 402, 100, 44),
  },
  lanes: {
    exit: [at(18, 48), at(18, 300)],
    toUser: [at(80, 300), at(80, 248), at(120, 248)],
    toWorker: [at(104, 322), at(120, 322)],
    ringQemu: [at(176, 168), at(176, 226)],
    ringWorker: [at(240, 168), at(240, 312), at(232, 312)],
    qemuTap: [at(232, 248), at(294, 248), at(294, 300)],
    workerTap: [at(232, 332), at(248, 332)],
    tapDevice: [at(294, 344), at(294, 402)],
    doorbell: [at(138, 16), at(350, 16), at(350, 416), at(340, 416)],
    deviceIommu: [at(248, 424), at(232, 424)],
    ringIommu: [at(112, 168), at(112, 424), at(120, 424)],
    breach: [at(294, 446), at(294, 472), at(58, 472), at(58, 446)],
  },
  secondLanes: {
    exit: [at(150, 36), at(144, 36), at(144, 57), at(18, 57), at(18, 300)],
    doorbell: [at(280, 16), at(350, 16), at(350, 416), at(340, 416)],
  },
  slots: [...row(4, box(36, 81, 306, 42), 3), ...row(4, box(36, 126, 306, 42), 3)],
  ringTitle: at(36, 70),
  boundaries: [
    { line: [at(8, 196), at(344, 196)], above: at(250, 186), below: at(250, 206) },
    { line: [at(8, 370), at(344, 370)], below: at(8, 382) },
  ],
  buttons: row(3, box(8, 594, 344, 38), 6),
  details: [at(8, 488), at(8, 507), at(8, 526), at(8, 545)],
  arrived: at(8, 572),
  host: at(352, 488),
  token: { w: 62, h: 18, over: 2 },
};

export const layouts: Readonly<Record<Sheet, Layout>> = { wide, tall };
