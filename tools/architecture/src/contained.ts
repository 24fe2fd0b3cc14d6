import { importsOf, isCode, isTest, type Rule, type SourceFile } from './source-tree.ts';

interface Containment {
  readonly what: string;
  readonly found: (file: SourceFile) => boolean;
  /** Where it is at home. */
  readonly home: RegExp;
}

const importing = (pattern: RegExp) => (file: SourceFile) =>
  importsOf(file).some(({ specifier, isTypeOnly }) => !isTypeOnly && pattern.test(specifier));

const containments: readonly Containment[] = [
  { what: 'pg', found: importing(/^pg($|\/)/), home: /^packages\/db\// },
  { what: 'a Kysely constructor', found: ({ text }) => /\bnew Kysely\b/.test(text), home: /^packages\/db\// },
  {
    what: "a vendor's SDK",
    found: importing(/^(twilio|openai|stripe|nodemailer|googleapis|@sendgrid\/.+|@anthropic-ai\/.+)($|\/)/),
    home: /^packages\/providers\//,
  },
  {
    what: 'bullmq',
    found: importing(/^bullmq($|\/)/),
    home: /^(packages\/service-kit\/src\/jobs|apps\/ai-worker)\//,
  },
  { what: 'ioredis', found: importing(/^ioredis($|\/)/), home: /^packages\/service-kit\/src\/(jobs|live)\// },
];

/** Drivers and SDKs stay in the one package that is about them; tests may stand in for the other side. */
export const containedLibraries: Rule = (files) =>
  files
    .filter((file) => isCode(file) && !isTest(file))
    .flatMap((file) =>
      containments
        .filter(({ found, home }) => !home.test(file.path) && found(file))
        .map(({ what }) => ({ path: file.path, message: `uses ${what} away from its home` })),
    );

/** Where the environment is read beside env.ts, and why. */
const environmentReaders: ReadonlyMap<RegExp, string> = new Map([
  [/^tools\/launcher\/bootstrap/, 'runs before packages are installed, on whatever Node is there'],
  [/^tools\/architecture\//, 'speaks of it'],
  [/^(bench|e2e)\//, 'takes the addresses of what it measures'],
  [/\.(test|fixture)\.tsx?$/, 'sets the scene for child processes'],
  [/(^|\/)[\w.-]+\.config\.(ts|mjs)$/, "is read by a tool, in the tool's own way"],
]);

/** `process.env` is read in env.ts and nowhere else. */
export const environmentInOnePlace: Rule = (files) =>
  files
    .filter(({ path }) => /\.(ts|tsx|mjs|js)$/.test(path) && !/(^|\/)env\.ts$/.test(path))
    .filter(({ path }) => ![...environmentReaders.keys()].some((pattern) => pattern.test(path)))
    .filter(({ text }) => /\bprocess\.env\b/.test(text))
    .map(({ path }) => ({ path, message: 'reads process.env outside env.ts' }));

const outsidePlaces: ReadonlyMap<RegExp, string> = new Map([
  [/https?:\/\/[\w.-]*(registry|verdaccio|artifactory|nexus)[\w.-]*/i, "a package registry's host"],
  [/(?<![\w./@-])\/(work|root|home\/\w+|Users\/\w+)\//, 'a path of one machine'],
]);

/** What is checked in installs and runs anywhere: no registry's host, no path of one machine. */
export const noOutsidePlaces: Rule = (files) =>
  files
    .filter(({ path }) => !path.startsWith('tools/architecture/'))
    .flatMap(({ path, text }) =>
      [...outsidePlaces]
        .filter(([pattern]) => pattern.test(text))
        .map(([, what]) => ({ path, message: `names ${what}` })),
    );
