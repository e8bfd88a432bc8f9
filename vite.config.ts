import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { closingLine } from './src/tools/closingLine.ts';
import { mdx } from './src/tools/mdx.plugin.ts';
import { prerender } from './src/tools/prerender.plugin.ts';
import { quiz } from './src/tools/quiz.plugin.ts';
import { systems } from './src/tools/systems.plugin.ts';

export default defineConfig({
  // Every address is written relative to where it stands, so that one build serves from any folder of any host.
  base: './',
  plugins: [mdx(), quiz(), systems(), react({ include: /\.(mdx|tsx?)$/ }), prerender()],
  build: { target: 'es2023' },
  test: {
    reporters: ['default', closingLine],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**'],
          environment: 'jsdom',
          setupFiles: ['tests/setup.ts'],
          globalSetup: ['tests/prepare.ts'],
          // Every core: by itself the runner leaves one free, which is half of a machine that has two.
          maxWorkers: '100%',
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['tests/e2e/serve.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // A browser that shares its processor with other tests is a slow one: one file at a time, after all else.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
