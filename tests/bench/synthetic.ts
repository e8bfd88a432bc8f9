import { defineLab, type Lab } from '#kit/lab.ts';

const PAGES = 256;
const WORDS = 512;

interface Memory {
  readonly n: number;
  readonly pages: readonly Uint32Array[];
}

/** A machine for the benchmark: half a megabyte of memory in copy-on-write pages, one word written a step, for a million steps. */
export const synthetic = defineLab({
  title: { en: 'Synthetic', 'zh-CN': '合成' },
  question: { en: 'How fast is a seek?', 'zh-CN': '跳转有多快？' },
  controls: {},
  model: {
    init: (): Memory => ({ n: 0, pages: Array.from({ length: PAGES }, () => new Uint32Array(WORDS)) }),
    step: (state: Memory): Memory => {
      if (state.n >= 1_000_000) return state;
      // Writes stay in one page for 4096 steps, as a program's do, and only then is another page copied.
      const page = (state.n >> 12) % PAGES;
      const fresh = state.n % 4096 === 0 || state.n % 64 === 0;
      const pages = fresh ? state.pages.with(page, state.pages[page]?.slice() ?? new Uint32Array(WORDS)) : state.pages;
      return { n: state.n + 1, pages };
    },
  },
  scene: () => [],
  caption: ({ n }) => ({ en: String(n), 'zh-CN': String(n) }),
  readings: () => ({}),
  moments: {},
  goals: {},
  omits: [],
  budget: 1_000_000,
}) as unknown as Lab;
