import { both, type Text } from '#kit/text.ts';
import type { Crossing } from '#sim/vmm/deed.ts';
import { EPT_VIOLATION, EXCEPTION, INTERRUPT, PORT, WINDOW } from '#sim/vmm/hardware/vmx.ts';
import { vectorText } from '#sim/vmm/tell/vectorText.ts';
import { grouped, hex } from './words.ts';

/** One field of the exit information: its bits, what is in them, and what that means. */
export interface Field {
  readonly bits: string;
  readonly means: Text;
}

const field = (bits: string, en: string, zh = en): Field => ({ bits, means: both(en, zh) });
const registers = ['EAX', 'ECX', 'EDX', 'EBX', 'ESP', 'EBP', 'ESI', 'EDI'];
const CR_ACCESS = 28;
/** INT3 and INTO. */
const isSoftware = (vector: number): boolean => vector === 3 || vector === 4;

/** SDM vol. 3C, "Exit Qualification for Control-Register Accesses". */
const crFields = (q: number): readonly Field[] => [
  field('3:0', `CR${q & 15}`),
  ((q >> 4) & 3) === 0 ? field('5:4', '0: MOV to CR', '0：写入 CR') : field('5:4', '1: MOV from CR', '1：读出 CR'),
  field('11:8', registers[(q >> 8) & 7] ?? ''),
];

/** SDM vol. 3C, "Exit Qualification for I/O Instructions". */
const portFields = (q: number): readonly Field[] => [
  field('2:0', (q & 7) === 0 ? '1 byte' : `${(q & 7) + 1} bytes`, `${(q & 7) + 1} 字节`),
  field('3', (q & 8) !== 0 ? '1: IN' : '0: OUT', (q & 8) !== 0 ? '1：IN' : '0：OUT'),
  field(
    '6',
    (q & 0x40) !== 0 ? '1: port in code' : '0: port in DX',
    (q & 0x40) !== 0 ? '1：端口写在指令里' : '0：端口在 DX',
  ),
  field('31:16', `port ${hex(q >>> 16)}h`, `端口 ${hex(q >>> 16)}h`),
];

const accesses = (q: number): Text =>
  (q & 4) !== 0
    ? both('bit 2: a fetch', '位 2：取指令')
    : (q & 2) !== 0
      ? both('bit 1: a write', '位 1：写')
      : both('bit 0: a read', '位 0：读');

/** SDM vol. 3C, "Exit Qualification for EPT Violations". */
const eptFields = (q: number, physical: number): readonly Field[] => [
  { bits: '2:0', means: accesses(q) },
  field('5:3', '0: no EPT entry', '0：没有 EPT 表项'),
  (q & 0x100) !== 0 ? field('8', '1: the access', '1：访问本身') : field('8', '0: page walk', '0：页表遍历途中'),
  field('GPA', grouped(physical)),
];

/** SDM vol. 3C, "Information for VM Exits Due to Vectored Events". */
function eventFields({ vector = 0, errorCode, exitReason, qualification }: Crossing): readonly Field[] {
  const type = exitReason === INTERRUPT ? 0 : isSoftware(vector) ? 6 : 3;
  const names = {
    0: both('0: external interrupt', '0：外部中断'),
    3: both('3: hardware exception', '3：硬件异常'),
    6: both('6: software exception', '6：软件异常'),
  };
  return [
    field('7:0', `vector ${vectorText(vector).en}`, `向量 ${vectorText(vector)['zh-CN']}`),
    { bits: '10:8', means: names[type] },
    errorCode === undefined
      ? field('11', '0: no error code', '0：没有错误码')
      : field('11', `1: error code ${hex(errorCode)}h`, `1：错误码 ${hex(errorCode)}h`),
    ...(vector === 14 && qualification !== undefined
      ? [field('qual.', `at ${grouped(qualification)}`, `地址 ${grouped(qualification)}`)]
      : []),
  ];
}

/** The VM-exit interruption information as the processor writes it: bit 31 says that it is valid. */
export function interruptionOf({ vector = 0, errorCode, exitReason }: Crossing): number | undefined {
  if (exitReason !== EXCEPTION && exitReason !== INTERRUPT) return undefined;
  const type = exitReason === INTERRUPT ? 0 : isSoftware(vector) ? 6 : 3;
  return (0x8000_0000 | vector | (type << 8) | (errorCode === undefined ? 0 : 0x800)) >>> 0;
}

/** What kind of information comes with the exit: its name and number. */
export function informationOf(exit: Crossing): Text {
  const interruption = interruptionOf(exit);
  if (interruption !== undefined)
    return both(`intr. info ${grouped(interruption)}`, `中断信息 ${grouped(interruption)}`);
  return both(`qualification ${grouped(exit.qualification ?? 0)}`, `退出限定 ${grouped(exit.qualification ?? 0)}`);
}

/** The exit's information, field by field; where its reason says it all, nothing. */
export function fieldsOf(exit: Crossing): readonly Field[] {
  const { exitReason, qualification = 0, physical = 0 } = exit;
  switch (exitReason) {
    case EXCEPTION:
    case INTERRUPT:
      return eventFields(exit);
    case CR_ACCESS:
      return crFields(qualification);
    case PORT:
      return portFields(qualification);
    case EPT_VIOLATION:
      return eptFields(qualification, physical);
    case WINDOW:
      return [{ bits: '–', means: both('the guest can take it now', '客户机现在可以接收了') }];
    default:
      return [{ bits: '–', means: both('the reason says it all', '有原因就够了') }];
  }
}
