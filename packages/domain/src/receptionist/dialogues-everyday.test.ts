import { createTestDatabase, type TestDatabase } from '@servicepro/db/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actionsOf, bookingsOf, runDialogue, waitingOf } from '../../test/dialogue.ts';
import type { SceneOptions } from '../../test/reception-scene.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const dialogue = (turns: readonly string[], options?: SceneOptions) => runDialogue(database, turns, options);
const booked = ['wash my civic friday at 9', '12 Oak Lane', 'Tom Baker'];

describe('after everything is done', () => {
  test.each(['yes', 'ok', 'sounds good', 'perfect, see you then'])(
    'a further "%s" is answered with the visit that stands',
    async (word) => {
      const { last, scene } = await dialogue([...booked, word]);
      expect(last).toBe("You're all set for Fri Mar 13 at 9:00 AM.");
      expect(await bookingsOf(scene)).toHaveLength(1);
    },
  );

  test('thanks and goodbyes are answered, but never without an end', async () => {
    const { replies } = await dialogue([...booked, 'thanks!', 'no', 'bye', 'ok', 'thanks', 'hi']);
    expect(replies.slice(booked.length).map((reply) => reply[0] ?? null)).toEqual([
      "You're welcome.",
      'Thanks, talk soon.',
      "You're all set for Fri Mar 13 at 9:00 AM.",
      null,
      null,
      'How can I help: a price, an open time or a booking?',
    ]);
  });

  test('"yes" to the question for a name asks for the name once more', async () => {
    const { last } = await dialogue([...booked.slice(0, 2), 'yes']);
    expect(last).toBe("You're all set for Fri Mar 13 at 9:00 AM. What name should I put it under?");
  });

  test.each(['actually make it my truck', 'actually can we do saturday instead'])(
    '"%s" about a booking that stands is a person\'s',
    async (said) => {
      const { scene } = await dialogue([...booked, said]);
      expect(await waitingOf(scene)).toEqual(['Wants to change a booking']);
    },
  );
});

describe('what is dropped', () => {
  test('"I do not want a wash anymore" books nothing and asks nothing', async () => {
    const { last } = await dialogue(['wash my civic friday', 'I do not want a wash anymore']);
    expect(last).toBe('No problem, nothing is booked.');
  });

  test('"cancel that" lets go of the held slot', async () => {
    const { scene } = await dialogue(['wash my civic friday at 9', 'yes', 'cancel that please']);
    expect(await actionsOf(scene)).toContain('release_hold');
    expect(await bookingsOf(scene)).not.toContainEqual(expect.objectContaining({ status: 'booked' }));
  });

  test('a booking that this number has not is looked for by a person, if wished', async () => {
    const { replies, scene } = await dialogue(['I want to cancel', 'yes']);
    expect(replies[0]?.[0]).toContain('no booking under this number');
    expect(await waitingOf(scene)).toEqual(['Asked for a person']);
  });
});

describe('what words do not mean', () => {
  test.each([
    ['how much do you charge for a full detail', 'What do you drive'],
    ['do you charge more for pet hair? full detail', 'What do you drive'],
  ])('"%s" says nothing of a Charger', async (said, asks) => {
    expect((await dialogue([said])).last).toContain(asks);
  });

  test('a car that smells terrible is no complaint', async () => {
    const { scene } = await dialogue([
      'my odyssey smells terrible, can you do a full interior detail friday',
    ]);
    expect(await waitingOf(scene)).toEqual([]);
  });

  test('a long story in which somebody cannot leave until 3 is no wish to be left alone', async () => {
    const story = `Hi, we just came back from a long road trip with three kids and the dog, and Colorado was lovely, but there are crumbs and pet hair in every seat, they are fabric, not leather. ${'It was a long drive and we are all a bit tired of it by now. '.repeat(12)}Nobody can be home before noon. I don't want to keep my van like this, she texted me about you. It is a Honda Odyssey. Can you do a full interior detail friday morning?`;
    const { scene, last } = await dialogue([story]);
    expect(await waitingOf(scene)).toEqual([]);
    expect(last).toContain('A full interior detail for a minivan');
    expect(last).not.toMatch(/leather|pet hair/i);
  });

  test('"you suck" is a person\'s', async () => {
    expect(await waitingOf((await dialogue(['you guys suck'])).scene)).toEqual(['Is not happy']);
  });

  test('"where are you? you were supposed to be here at 9" is about a visit, not the shop', async () => {
    const { scene } = await dialogue(['where are you guys? you were supposed to be here at 9']);
    expect(await waitingOf(scene)).toEqual(['Asks about a visit we have no booking for']);
  });

  test("D8: another customer's visit is not spoken of", async () => {
    const { last } = await dialogue(["What time is Luis Ferrer's appointment?"]);
    expect(last).toContain('only speak about bookings made from this number');
  });
});

describe('plain questions', () => {
  test.each([
    ['are you open on christmas?', "We're closed on Christmas, Fri Dec 25"],
    ['are you open sunday?', "We're closed on Sun Mar 15"],
    ['are you open saturday?', "On Sat Mar 14 we're open 8:00 AM to 6:00 PM."],
    ['what are your hours', "We're open Mon to Sat, 8:00 AM to 6:00 PM."],
    ['where are you located', 'assistant. We come to you anywhere in Austin.'],
    ['do you do window tinting?', "That isn't on my list. We do Maintenance wash"],
    ['what do you do', 'assistant. We do Maintenance wash'],
  ])('"%s"', async (said, answer) => {
    expect((await dialogue([said])).last).toContain(answer);
  });

  test('one service for two vehicles: both prices', async () => {
    const { last } = await dialogue(['How much for a maintenance wash on a Tahoe and on a Civic?']);
    expect(last).toContain('A maintenance wash is $69 for a sedan and $79 for an SUV. Which is it');
  });

  test('a question that no row answers says so, and goes on with what was asked', async () => {
    const { last } = await dialogue(['wash my civic friday at 9', 'yes', 'is the water warm?']);
    expect(last).toBe("I can't answer that one myself. What address should we come to?");
  });

  test('how to pay is asked of the owner; in the middle of a booking the booking goes on', async () => {
    const { scene, replies, phone } = await dialogue([
      'wash my civic friday at 9',
      'do you take credit cards?',
    ]);
    expect(replies[1]?.[0]).toContain("I can't answer that one myself.");
    for (const text of ['12 Oak Lane', 'Tom', 'how much do I tip?']) await phone.text(text);
    expect(await waitingOf(scene)).toEqual(['Asks about paying']);
  });

  test('an area that is only a list of places is said as a sentence', async () => {
    const { scene, phone } = await dialogue(['hi']);
    await scene.query(
      "update tenant_profiles set service_area = 'Bexley, Whitehall and Eastmoor' where tenant_id = $1",
    );
    expect(await phone.text('do you come to Round Rock?')).toEqual([
      'We go to Bexley, Whitehall and Eastmoor.',
    ]);
  });

  test('a crew is called by its whole name', async () => {
    const { replies } = await dialogue(booked.slice(0, 2), { resources: ['Crew A'] });
    expect(replies[1]?.[0]).toContain('with Crew A.');
  });

  test('a name written as forms have it', async () => {
    const { scene } = await dialogue([...booked.slice(0, 2), "O'Brien-Smith, Jos\u00e9"]);
    expect(await bookingsOf(scene)).toMatchObject([{ customer: "Jos\u00e9 O'Brien-Smith" }]);
  });
});
