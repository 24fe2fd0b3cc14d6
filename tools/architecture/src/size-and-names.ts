import { isCode, type Rule } from './source-tree.ts';

const mostLines = 300;
const isLongByNature = /\.data\.tsx?$|(^|\/)migrations\//;

/** A file is 300 lines at most; data, migrations and generated code aside. */
export const fileSize: Rule = (files) =>
  files
    .filter((file) => isCode(file) && !isLongByNature.test(file.path))
    .flatMap(({ path, text }) => {
      const lines = text.trimEnd().split('\n').length;
      return lines > mostLines ? [{ path, message: `has ${lines} lines` }] : [];
    });

const emptyNames = new Set([
  'util',
  'utils',
  'helper',
  'helpers',
  'common',
  'shared',
  'lib',
  'misc',
  'types',
]);

/** No folder or file has a name that says nothing. */
export const meaningfulNames: Rule = (files) =>
  files.flatMap(({ path }) => {
    const empty = path.split('/').find((part) => emptyNames.has(part.replace(/\..*$/, '').toLowerCase()));
    return empty ? [{ path, message: `is named "${empty}", which says nothing` }] : [];
  });
