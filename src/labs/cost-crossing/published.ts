import { both, type Text } from '#kit/text.ts';

/**
 * What others measured, on other machines and with whole programs: shown beside
 * the model's points for plausibility, and never held against them.
 */
export interface Published {
  readonly key: string;
  readonly name: Text;
  /** Time under shadow paging over time under nested paging: from, to. */
  readonly usual: readonly [from: number, to: number];
  /** A micro-benchmark's, where one was published too. */
  readonly micro?: number;
  readonly about: Text;
  readonly source: Text;
}

export const published: readonly Published[] = [
  {
    key: 'ept',
    name: both('EPT, VMware 2009', 'EPT，VMware 2009'),
    usual: [1, 1.48],
    micro: 7,
    about: both(
      'VMware, Performance Evaluation of Intel EPT Hardware Assist, 2009: up to 48 % faster than shadow paging in benchmarks that work the MMU hard, up to 600 % in micro-benchmarks',
      'VMware《Performance Evaluation of Intel EPT Hardware Assist》，2009：MMU 密集的基准测试最多比影子分页快 48 %，微基准最多快 600 %',
    ),
    source: both('its introduction seen; best cases, whole benchmarks', '见过引言；最好情形，整项基准测试'),
  },
  {
    key: 'rvi',
    name: both('RVI, VMware 2008', 'RVI，VMware 2008'),
    usual: [1, 1.42],
    micro: 6,
    about: both(
      'VMware, Performance Evaluation of AMD RVI Hardware Assist, 2008: up to 42 % faster than shadow paging in benchmarks that work the MMU hard, up to 500 % in micro-benchmarks',
      'VMware《Performance Evaluation of AMD RVI Hardware Assist》，2008：MMU 密集的基准测试最多比影子分页快 42 %，微基准最多快 500 %',
    ),
    source: both('its introduction seen; best cases, whole benchmarks', '见过引言；最好情形，整项基准测试'),
  },
  {
    key: 'walk',
    name: both('Bhargava 2008, walk', 'Bhargava 2008，遍历'),
    usual: [1 / 4.6, 1 / 3.9],
    about: both(
      'Bhargava and others, Accelerating Two-Dimensional Page Walks, 2008: without caches a walk through two sets of tables costs 3.9 to 4.6 times a native one; a shadow’s walk is like a native one',
      'Bhargava 等《Accelerating Two-Dimensional Page Walks》，2008：没有缓存时，二维遍历的开销是原生遍历的 3.9 到 4.6 倍；走影子页表与原生遍历相当',
    ),
    source: both('table 1, full text seen; walks only', '表 1，见过全文；只计遍历'),
  },
];
