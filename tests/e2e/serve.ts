import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { build } from '#tools/build.ts';
import { serve } from '#tools/serve.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder of the built site. */
    readonly folder: string;
    /** The built site at the root of a host. */
    readonly site: string;
    /** The same files in a folder of a host. */
    readonly nested: string;
  }
}

/** A site of the tests' own: whoever builds or reads dist/ meanwhile is not disturbed, and does not disturb. */
const folder = `node_modules/.cache/site-${process.pid}`;

/** Builds the site once, and serves it as any static host would. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const clear = (): void => rmSync(folder, { recursive: true, force: true });
  await build(folder).catch((error: unknown) => {
    clear();
    throw error;
  });
  const [site, nested] = await Promise.all([serve({ folder }), serve({ folder, base: '/some/base/' })]);
  project.provide('folder', folder);
  project.provide('site', site.address);
  project.provide('nested', nested.address);
  return async () => {
    await Promise.all([site.close(), nested.close()]);
    clear();
  };
}
