import type { TurnInput, TurnOutcome } from './brain/turn.rules.ts';
import type { WhenRequest } from './language/when-request.rules.ts';
import { dayText, localMoment, timeText } from './reply/figures.rules.ts';

/** What was understood, in short labelled words for people who look at a turn: service, vehicle, time, place, name. */
export function summarize(
  { understanding: said, state: before, facts }: TurnInput,
  outcome: TurnOutcome,
): Record<string, string> {
  const entries: [string, string | null][] = [
    ['service', names(facts.services.filter((row) => said.serviceIds.includes(row.id)))],
    ['add-on', names(facts.addOns.filter((row) => said.addOnIds.includes(row.id)))],
    [
      facts.assetKind || 'asset',
      said.asset
        ? said.asset.name || names(facts.assetClasses.filter((row) => row.id === said.asset?.classId))
        : null,
    ],
    [
      'slot',
      outcome.state.chosen && outcome.state.chosen !== before.chosen
        ? slot(outcome.state.chosen.startsAt, facts.timeZone)
        : null,
    ],
    ['when', said.when ? whenText(said.when) : null],
    ['place', said.address],
    ['name', said.name],
    ['answer', said.answer.yesNo ?? (said.answer.number === null ? null : String(said.answer.number))],
  ];
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => entry[1] !== null && entry[1] !== ''),
  );
}

const names = (rows: ReadonlyArray<{ readonly name: string }>) => rows.map((row) => row.name).join(', ');

function slot(startsAt: string, timeZone: string): string {
  const moment = localMoment(Temporal.Instant.from(startsAt), timeZone, 'en');
  return `${moment.day}, ${moment.time}`;
}

function whenText({ ranges, time, isEarliest, question }: WhenRequest): string {
  const days = ranges
    .slice(0, 2)
    .map(({ from, to }) =>
      from === to ? dayText(from, 'en') : `${dayText(from, 'en')} to ${dayText(to, 'en')}`,
    );
  const clock =
    time === null
      ? []
      : [
          time.kind === 'exact'
            ? timeText(time.minute)
            : `${timeText(time.fromMinute)} to ${timeText(time.toMinute)}`,
        ];
  const words = [
    ...days,
    ...clock,
    ...(isEarliest ? ['as soon as possible'] : []),
    ...(question ? ['to be asked'] : []),
  ];
  return words.length > 0 ? words.join(', ') : 'any time';
}
