import type { GuestProgram } from './program.ts';

export const hello: GuestProgram = {
  id: 'hello',
  title: { en: 'Hello on the serial port', 'zh-CN': '串口上的 Hello' },
  teaches: {
    en: 'The smallest guest: each byte it sends is a port access, so even “hello” meets the hypervisor once per letter.',
    'zh-CN': '最小的客户机：每送出一个字节就要访问一次端口，所以就连一句 hello，也得逐个字母地惊动虚拟机监视器。',
  },
  hasPv: true,
  source: `; Hello on the serial port
%define USE_PUTS
%define USE_EXIT
%include "prelude.inc"

start:
    mov esp, STACK              ; the boot loader gives no stack
    mov esi, message
    call puts
    mov al, 0
    jmp exit

message:
    db "Hello from ring "
%ifdef PV
    db "1", 10, 0
%else
    db "0", 10, 0
%endif
`,
};
