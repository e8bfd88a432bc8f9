import { both, type Text } from '#kit/text.ts';

export const omits: readonly Text[] = [
  both(
    'A system is placed by how its guest’s processor is run; its devices may be paravirtual or passed through in any cell.',
    '系统按客户机处理器的运行方式归格；设备则在哪一格都可以是半虚拟或透传的。',
  ),
  both(
    'Speeds: the catalogue holds none, since they belong to a workload on a machine.',
    '速度：目录里没有，因为速度属于某台机器上的某种负载。',
  ),
  both(
    'Nested systems: a monitor inside a guest has a position of its own there.',
    '嵌套：客户机里的监控器，在那里另有自己的位置。',
  ),
  both(
    'Drivers that a hosted monitor loads into its host’s kernel are drawn, but leave it hosted: the host OS stays in charge.',
    '宿主型监控器装进宿主机内核的驱动，图上画出，但仍算宿主型：掌管机器的还是宿主操作系统。',
  ),
];
