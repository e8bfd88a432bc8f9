import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';

/** A frontmatter with nothing wrong in it. */
export const GOOD = `---
number: '3.3'
title: The walk
summary: How an address is found.
question: How many reads does it take?
lab: two-dimensional-walk
minutes: 10
needs: [memory/paging, '3.1']
objectives:
  - count the reads
reading:
  - text: The manual
    url: https://example.org/manual
---
`;

const GLOSSARY = `- id: ept
  en: extended page tables
  zh: 扩展页表
  abbr: EPT
  definition_en: The second set of tables.
  definition_zh: 第二套页表。
  see_also: []
`;

/** A project with one lab, one quiz, one list of claims, a glossary of one and two lessons; gone after the tests. */
export function makeProject(): { root: string; write(name: string, text: string): string } {
  const root = mkdtempSync(path.join(tmpdir(), 'content-'));
  afterAll(() => rmSync(root, { recursive: true }));
  const write = (name: string, text: string): string => {
    const file = path.join(root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  };
  write('src/labs/two-dimensional-walk/lab.ts', '');
  write('content/quizzes/walk.ts', '');
  write('content/claims/walk.ts', '');
  write('content/glossary.yaml', GLOSSARY);
  write('content/en/03-memory/01-paging.mdx', GOOD);
  write('content/en/03-memory/03-walk.mdx', GOOD);
  return { root, write };
}

/** What a promise or a function is refused with. */
export async function refusal(attempt: () => unknown): Promise<string> {
  try {
    await attempt();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return 'it was not refused';
}
