import { posix } from 'node:path';

/** Something that a document names and that should be there. */
export interface Reference {
  readonly kind: 'file' | 'anchor' | 'command';
  /** A path from the root, `path#anchor`, or a script of package.json. */
  readonly target: string;
}

const workspaceFolders = /^(apps|packages|tools|infra|docs|e2e|bench|\.ci)\/[\w./[\]-]+$/;

/** The files, headings and npm scripts that a Markdown document names: its links, its paths in code, its commands. */
export function findReferences(document: { path: string; text: string }): Reference[] {
  const { path, text } = document;
  const links = [...text.matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)].flatMap(([, to = '']) => {
    const [file = '', anchor] = to.split('#');
    const target = file === '' ? path : posix.join(posix.dirname(path), file);
    const found: Reference[] = [{ kind: 'file', target }];
    return anchor ? [...found, { kind: 'anchor' as const, target: `${target}#${anchor}` }] : found;
  });
  const paths = [...text.matchAll(/`([^`\n]+)`/g)]
    .map(([, code = '']) => code)
    .filter((code) => workspaceFolders.test(code))
    .map((target): Reference => ({ kind: 'file', target }));
  const commands = [...text.matchAll(/\bnpm (?:run ([\w-]+)|(start|test)\b)/g)].map(
    ([, script, short]): Reference => ({ kind: 'command', target: script ?? short ?? '' }),
  );
  return [...links, ...paths, ...commands];
}

/** The anchors that GitHub gives a document's headings. */
export function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(/\s/g, '-'),
  );
}
