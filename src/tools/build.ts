import { createBuilder } from 'vite';

/** Builds the site as `vite build` does, into dist/ or another folder of the project. */
export async function build(outDir = 'dist'): Promise<void> {
  const before = process.env.NODE_ENV;
  // React's production half, also where a test runner has set another word.
  process.env.NODE_ENV = 'production';
  try {
    const builder = await createBuilder({ logLevel: 'warn', build: { outDir } }, null);
    await builder.buildApp();
  } finally {
    process.env.NODE_ENV = before;
  }
}
