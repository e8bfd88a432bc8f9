import { createBuilder } from 'vite';

/** Builds the site into dist/, as `vite build` does. */
export async function build(): Promise<void> {
  const before = process.env.NODE_ENV;
  // React's production half, also where a test runner has set another word.
  process.env.NODE_ENV = 'production';
  try {
    const builder = await createBuilder({ logLevel: 'warn' }, null);
    await builder.buildApp();
  } finally {
    process.env.NODE_ENV = before;
  }
}
