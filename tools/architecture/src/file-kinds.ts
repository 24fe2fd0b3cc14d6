import { importsOf, isCode, isTest, type Rule, type SourceFile } from './source-tree.ts';

const root = 'packages/domain/src/';
const kinds = ['data', 'template', 'rules', 'repository', 'routes', 'jobs', 'errors', 'test', 'fixture'];
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const longestDoor = 40;

/** A slice's files are of a closed set of kinds: index, verb-noun, or one of the suffixes. */
export const fileKinds: Rule = (files) =>
  sliceFiles(files).flatMap((file) => {
    const message = wrongName(file);
    return message ? [{ path: file.path, message }] : [];
  });

function wrongName({ path, text }: SourceFile): string | undefined {
  const [stem = '', ...suffixes] = (path.split('/').at(-1) ?? '').replace(/\.tsx?$/, '').split('.');
  if (!kebab.test(stem)) return 'is not named in kebab-case';
  const unknown = suffixes.find((suffix) => !kinds.includes(suffix));
  if (unknown) return `is of an unknown kind: .${unknown}`;
  if (stem === 'index')
    return text.trimEnd().split('\n').length > longestDoor
      ? `has a door of more than ${longestDoor} lines`
      : undefined;
  if (suffixes.length === 0 && !stem.includes('-')) return 'is a use case, and those are named verb-noun';
  return undefined;
}

interface KindRule {
  readonly kind: RegExp;
  /** Packages that this kind of file may not import. */
  readonly without: RegExp;
  readonly because: string;
}

const kindRules: readonly KindRule[] = [
  {
    kind: /\.(rules|data|template)\.ts$/,
    without:
      /^(@servicepro\/(db|service-kit(?!\/app-error)|providers|documents)|kysely|fastify|node:)|\.(repository|routes|jobs)\.ts$/,
    because: 'rules, data and templates are pure',
  },
  {
    kind: /\.repository\.ts$/,
    without: /^(@servicepro\/(service-kit|providers|documents)|fastify)|\.(routes|jobs)\.ts$/,
    because: 'a repository knows the database and nothing else',
  },
  {
    kind: /^(?!.*\.repository\.ts$)/,
    without: /^kysely$/,
    because: 'SQL stands in repositories',
  },
  {
    kind: /^(?!.*(\.(routes|jobs)|index)\.ts$)/,
    without: /\.(routes|jobs)\.ts$/,
    because: 'a use case does not know who calls it',
  },
];

/** What a kind of file may not import. Types are only shapes and may come from anywhere below. */
export const kindImports: Rule = (files) =>
  sliceFiles(files)
    .filter((file) => !isTest(file))
    .flatMap((file) =>
      kindRules
        .filter((rule) => rule.kind.test(file.path))
        .flatMap((rule) =>
          importsOf(file)
            .filter(({ specifier, isTypeOnly }) => !isTypeOnly && rule.without.test(specifier))
            .map(({ specifier }) => ({
              path: file.path,
              message: `imports ${specifier}, but ${rule.because}`,
            })),
        ),
    );

function sliceFiles(files: readonly SourceFile[]): SourceFile[] {
  return files.filter((file) => file.path.startsWith(root) && isCode(file));
}
