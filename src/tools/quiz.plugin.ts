import type { Plugin } from 'vite';
import { inProject, labIds } from './content.ts';
import { fault, unknown } from './fault.ts';

const QUIZ = /\/content\/quizzes\/[^/]+\.ts$/;

/** A quiz that names a lab which does not exist fails the build, with its file and line. Its shape is the compiler's to check. */
export function quiz(): Plugin {
  let root = '';
  return {
    name: 'quiz',
    enforce: 'pre',
    configResolved(config) {
      root = config.root;
    },
    transform: {
      filter: { id: QUIZ },
      handler(source, file) {
        for (const [line, text] of source.split('\n').entries()) {
          const lab = /^\s*lab: '([^']*)'/.exec(text)?.[1];
          const labs = labIds(root);
          if (lab !== undefined && !labs.includes(lab))
            throw fault(inProject(root, file), line + 1, `lab: ${unknown('lab', lab, labs)}`);
        }
      },
    },
  };
}
