import type { TestProject } from 'vitest/node';
import { build } from '#tools/build.ts';
import { serve } from '#tools/serve.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The built site at the root of a host. */
    readonly site: string;
    /** The same files in a folder of a host. */
    readonly nested: string;
  }
}

/** Builds the site once, and serves it as any static host would. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await build();
  const [site, nested] = await Promise.all([serve(), serve({ base: '/some/base/' })]);
  project.provide('site', site.address);
  project.provide('nested', nested.address);
  return async () => {
    await Promise.all([site.close(), nested.close()]);
  };
}
