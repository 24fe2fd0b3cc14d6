import { matchPhrases } from './match-phrases.rules.ts';
import type { Span, Words } from './plain-text.rules.ts';
import { generalAssetWords, modelBodies, ordinaryModelWords, vehicleMakes } from './vehicles.data.ts';

export interface AssetClassRow {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly words: readonly string[];
}

export interface AssetRead {
  /** Null: a make without a model, or words that several classes share. */
  readonly classId: string | null;
  /** How the customer calls it: "2019 Subaru Outback", "Ford pickup"; empty where only a class was said. */
  readonly name: string;
  /** Classes among which the words leave a choice. */
  readonly candidateIds: readonly string[];
  readonly spans: readonly Span[];
}

const bodyByModel: ReadonlyMap<string, string> = new Map(
  Object.entries(modelBodies).flatMap(([body, models]) => models.map((model) => [model, body] as const)),
);

/** Finds what the work is to be done on. `wasAsked` lets general words ("a car", "small") decide. */
export function readAsset(
  words: Words,
  classes: readonly AssetClassRow[],
  wasAsked: boolean,
): AssetRead | null {
  const { plain } = words;
  const make = findMake(plain);
  const rows = classes.map((row) => ({
    id: row.id,
    phrases: [row.name, row.key.replaceAll('_', ' '), ...row.words],
  }));
  const beside = make ? modelBehind(words, make, rows, classes) : null;
  if (beside) return beside;
  const matches = matchPhrases(plain, rows).filter((match) => {
    const said = plain.slice(match.start, match.end);
    return wasAsked || make !== null || !generalAssetWords.has(said);
  });
  const telling = matches.filter((match) => !generalAssetWords.has(plain.slice(match.start, match.end)));
  const chosen = telling.length > 0 ? telling : matches;
  const ids = [...new Set(chosen.map((match) => match.id))];
  const isVehicleTrade = classes.some((row) => ['sedan', 'suv', 'truck', 'car'].includes(row.key));
  const [only] = ids;
  if (ids.length === 1 && only !== undefined)
    return {
      classId: only,
      name: nameOf(words, chosen, make, classes),
      candidateIds: ids,
      spans: [...chosen, ...(make ? [make] : [])],
    };
  if (ids.length > 1) return decideAmong(words, chosen, ids, make, classes);
  if (!isVehicleTrade) return null;
  const model = findModel(plain, classes, { hasMake: make !== null, wasAsked });
  if (model)
    return {
      classId: model.classId,
      name: nameOf(words, [model.span], make, classes),
      candidateIds: [model.classId],
      spans: [model.span, ...(make ? [make] : [])],
    };
  return make
    ? {
        classId: null,
        name: titled(words.original.slice(make.start, make.end)),
        candidateIds: [],
        spans: [make],
      }
    : null;
}

// "We drove to Colorado in our Honda Odyssey": the model right behind the make, whatever else is named.
function modelBehind(
  words: Words,
  make: Span,
  rows: Parameters<typeof matchPhrases>[1],
  classes: readonly AssetClassRow[],
): AssetRead | null {
  const tail = words.plain.slice(make.end, make.end + 24);
  const behind = matchPhrases(tail, rows)
    .filter((match) => match.start <= 1)
    .map((match) => ({ ...match, start: match.start + make.end, end: match.end + make.end }));
  const [model] = behind;
  if (!model || behind.some((match) => match.id !== model.id)) return null;
  const name = nameOf(words, behind, make, classes);
  return { classId: model.id, name, candidateIds: [model.id], spans: [...behind, make] };
}

// "My Ford pickup", "the truck, not the van": the longest telling phrase wins, then the one that is not ruled out.
function decideAmong(
  words: Words,
  matches: ReturnType<typeof matchPhrases>,
  ids: readonly string[],
  make: Span | null,
  classes: readonly AssetClassRow[],
): AssetRead {
  const kept = matches.filter(
    (match) => !/\b(?:not|no|isn'?t) (?:the |a |an |my )?$/.test(words.plain.slice(0, match.start)),
  );
  const keptIds = [...new Set(kept.map((match) => match.id))];
  const [only] = keptIds;
  const spans = [...matches, ...(make ? [make] : [])];
  if (keptIds.length === 1 && only !== undefined)
    return { classId: only, name: nameOf(words, kept, make, classes), candidateIds: keptIds, spans };
  // A model beside a word for its body ("Outback SUV wagon") is one vehicle; the model says more.
  const longest = Math.max(...kept.map((match) => match.end - match.start));
  const models = kept.filter(
    (match) => !classes.some((row) => isClassWord(row, words.plain.slice(match.start, match.end))),
  );
  const modelIds = [...new Set(models.map((match) => match.id))];
  const [modelId] = modelIds;
  if (modelIds.length === 1 && modelId !== undefined && longest > 0)
    return { classId: modelId, name: nameOf(words, models, make, classes), candidateIds: [modelId], spans };
  return { classId: null, name: '', candidateIds: ids, spans };
}

function isClassWord(row: AssetClassRow, said: string): boolean {
  return [
    row.name.toLowerCase(),
    row.key,
    'pickup',
    'truck',
    'suv',
    'sedan',
    'van',
    'minivan',
    'coupe',
    'wagon',
    'car',
  ].includes(said);
}

function findMake(plain: string): Span | null {
  for (const match of plain.matchAll(/[a-z]+/g)) {
    if (vehicleMakes.has(match[0]) && !(match[0] === 'mini' || match[0] === 'ram' || match[0] === 'smart'))
      return { start: match.index, end: match.index + match[0].length };
  }
  return null;
}

function findModel(
  plain: string,
  classes: readonly AssetClassRow[],
  by: { hasMake: boolean; wasAsked: boolean },
): { classId: string; span: Span } | null {
  for (const match of plain.matchAll(/[a-z0-9]+(?:[-.][a-z0-9]+)*/g)) {
    const word = match[0];
    const body = bodyByModel.get(word);
    // Short names and ordinary words ("is", "edge", "1500") are models beside a make, or as the answer to what it is.
    const isDoubtful = word.length < 3 || /^\d+$/.test(word) || ordinaryModelWords.has(word);
    const isTold = by.hasMake || (by.wasAsked && (word.length > 2 || /\d/.test(word)));
    if (body === undefined || (isDoubtful && !isTold)) continue;
    const row = classes.find((c) => c.key === body || c.words.includes(body));
    if (row) return { classId: row.id, span: { start: match.index, end: match.index + word.length } };
  }
  return null;
}

// From the year or the make to the model: the words between belong to the name ("2019 Subaru Outback").
function nameOf(
  words: Words,
  matches: readonly Span[],
  make: Span | null,
  classes: readonly AssetClassRow[],
): string {
  const last = matches[0];
  if (!last) return '';
  const isNear = make !== null && Math.abs(make.end - last.start) <= 14;
  const said = words.plain.slice(last.start, last.end);
  const year = /\b(?:19[5-9]\d|20[0-3]\d|'\d{2}) (?:\w+ )?$/.exec(
    words.plain.slice(0, isNear && make.start < last.start ? make.start : last.start),
  );
  const start = year ? year.index : isNear ? Math.min(make.start, last.start) : last.start;
  const end = isNear ? Math.max(make.end, last.end) : last.end;
  if (!isNear && !year && classes.some((row) => isClassWord(row, said))) return '';
  return titled(words.original.slice(start, end)).slice(0, 80);
}

function titled(text: string): string {
  return text
    .trim()
    .replace(/\s+/g, ' ')
    .split(' ')
    .map((word) =>
      word === word.toLowerCase() && !/^(?:pickup|truck|suv|sedan|van|minivan)$/.test(word)
        ? /\d/.test(word) || /^(?:bmw|gmc|vw)$/.test(word)
          ? word.toUpperCase()
          : word.charAt(0).toUpperCase() + word.slice(1)
        : word,
    )
    .join(' ');
}
