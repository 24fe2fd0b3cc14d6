/**
 * Everyday words one letter away from a service, an add-on or a model ("charge" from Charger, "much" from mulch): they are
 * what they say, never a typo. Cut to their stems as the matcher cuts them.
 */
export const ordinaryWords: ReadonlySet<string> = new Set(
  (
    'accent cargo carry charg charge core correct correction couple eight escap escape even evening event explore feet float forever glass grade grand ' +
    'larger leav leaving light lighter median much paper part party past patch promoter rang range scrap sell shall shell small smell still storage stuff ' +
    'thought through tight touch track travers trick trunk wait want wast waste water watch weather white'
  ).split(' '),
);
