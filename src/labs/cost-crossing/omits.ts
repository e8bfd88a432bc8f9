import { both } from '#kit/text.ts';

/** What the model leaves out. */
export const omits = [
  both(
    'The bill begins when every page has been touched: building the shadow or filling EPT, which a short-lived process pays for, is not on the chart.',
    '账从每一页都碰过之后算起：建立影子页表或填充 EPT 的开销（短命进程要付）不在图上。',
  ),
  both(
    'Pages are read by chance, all equally often, in the same order of chances at every point; real programs come back to few pages.',
    '各页等概率随机读取，每个点用同一串随机数；真实程序总是反复访问少数几页。',
  ),
  both(
    'One page-table write is one entry rewritten and its INVLPG. The shadow follows at once; a VMM that waits for the next CR3 load or INVLPG, as KVM may, has fewer exits.',
    '一次页表写入就是改写一个表项并执行 INVLPG。影子页表立即跟上；若像 KVM 那样等到下次装载 CR3 或 INVLPG，退出会更少。',
  ),
  both(
    'Each VM runs one process. Switches between processes load CR3, which exits under shadow paging only, and are left out.',
    '每台虚拟机只有一个进程。进程切换要装载 CR3，只在影子分页下退出，这里略去。',
  ),
  both(
    'Paging-structure caches are off unless you switch them on; real processors have them, and they take most of a two-dimensional walk away. Their sizes are assumed.',
    '分页结构缓存默认关闭，可以打开；真实处理器都有，它省去二维遍历的大部分。其大小是假设的。',
  ),
  both(
    'The guest’s own work, data caches and the time of a TLB hit are not in the bill, so the ratios here are larger than those of whole programs, which the published ones are.',
    '客户机自身的工作、数据缓存、TLB 命中的时间都不入账，所以这里的比值大于整个程序的比值，而已发表的正是后者。',
  ),
  both(
    'Between two points the lines are straight; the crossing is read off them, not measured.',
    '两点之间按直线连接；交点是从直线上读出的，不是测得的。',
  ),
] as const;
