import { createTestDatabase, type TestDatabase } from '@servicepro/db/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bookingsOf, runDialogue } from '../../test/dialogue.ts';
import type { SceneOptions } from '../../test/reception-scene.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const dialogue = (turns: readonly string[], options?: SceneOptions) => runDialogue(database, turns, options);

describe('dates and times', () => {
  test('A1: "tomorrow at 3" offers that hour with weekday and date, and books on a yes only', async () => {
    const { scene, replies, phone } = await dialogue(['wash my civic tomorrow at 3']);
    expect(replies[0]?.[0]).toContain('Wed Mar 11 at 3:00 PM');
    expect(await bookingsOf(scene)).toEqual([]);
    await phone.text('yes', '12 Oak Lane');
    expect(await bookingsOf(scene)).toMatchObject([{ local: '2026-03-11 15:00' }]);
  });

  test('A2: "next Friday" is asked and books neither; the answer decides', async () => {
    const { scene, last, phone } = await dialogue(['wash my civic next Friday']);
    expect(last).toContain('Fri Mar 13 or Fri Mar 20');
    expect(await bookingsOf(scene)).toEqual([]);
    expect((await phone.text('the 20th'))[0]).toContain('Fri Mar 20');
  });

  test('A4: "Friday" on a Friday evening is next Friday, said with its date', async () => {
    const { last } = await dialogue(['wash my civic friday'], { nowLocal: '2026-03-13T19:00' });
    expect(last).toContain('Fri Mar 20');
  });

  test('A5: "3/4" has passed: it is asked, and 3 April is never booked unasked', async () => {
    const { scene, last } = await dialogue(['wash my civic on 3/4']);
    expect(last).toContain('Wed Mar 4 has passed. Do you mean Fri Apr 3');
    expect(await bookingsOf(scene)).toEqual([]);
  });

  test('A7 and A8: "at 8" is the morning; "at 7" is outside the hours, which are said', async () => {
    expect((await dialogue(['wash my civic friday at 8'])).last).toContain('Fri Mar 13 at 8:00 AM');
    const { last } = await dialogue(['wash my civic friday at 7']);
    expect(last).toContain("We're open 8:00 AM to 6:00 PM");
    expect(last).toContain('8:00 AM, 12:30 PM or 5:00 PM');
  });

  test('A10: Wednesday is left out, and three days are offered', async () => {
    const { last } = await dialogue(['wash my civic any time next week but not Wednesday']);
    expect(last).toMatch(/Mon Mar 16 .* Tue Mar 17 .* Thu Mar 19/);
  });

  test('A11: a time that the clocks skip is refused and the nearest offered', async () => {
    const { last } = await dialogue(['wash my civic Sunday 8 March 2:30 am'], {
      nowLocal: '2026-03-05T12:00',
      isOpenAlways: true,
    });
    expect(last).toContain('There is no 2:30 AM on Sun Mar 8');
    expect(last).toContain('3:00 AM');
  });

  test('wall time is kept over the change of clocks', async () => {
    const { scene } = await dialogue(['wash my civic Monday at 9am', 'yes', '12 Oak Lane'], {
      nowLocal: '2026-03-06T12:00',
    });
    expect(await bookingsOf(scene)).toMatchObject([{ local: '2026-03-09 09:00' }]);
    expect(
      await scene.query('select 1 from bookings where tenant_id = $1 and starts_at = $2', [
        '2026-03-09T14:00:00Z',
      ]),
    ).toHaveLength(1);
  });

  test('A13: "tomorrow" at ten to midnight follows the tenant\'s date', async () => {
    expect((await dialogue(['wash my civic tomorrow'], { nowLocal: '2026-03-10T23:50' })).last).toContain(
      'Wed Mar 11',
    );
  });

  test('A14: a time in another zone is converted and both are said', async () => {
    const { last } = await dialogue(['wash my civic friday, 3 eastern time']);
    expect(last).toContain('3:00 PM your time is 2:00 PM here');
  });

  test('A16: "ASAP" is the earliest that can be reached', async () => {
    expect((await dialogue(['wash my civic ASAP'])).last).toContain(
      'Tue Mar 10 I have 3:00 PM, 3:30 PM or 4:00 PM',
    );
  });

  test('A19: a holiday is said to be closed; an ordinary closed day offers the open days around it', async () => {
    expect((await dialogue(['wash my civic on Christmas'])).last).toContain(
      "We're closed on Christmas, Fri Dec 25",
    );
    const { last } = await dialogue(['wash my civic Sunday']);
    expect(last).toContain("We're closed on Sun Mar 15");
    expect(last).toMatch(/Sat Mar 14/);
  });

  test('A20: a time that has passed today is explained, and later ones are offered', async () => {
    const { last } = await dialogue(['wash my civic today at 1']);
    expect(last).toMatch(/1:00 PM has passed.*3:00 PM/);
  });
});
