/** Numbers in [0, 1) that are the same for the same seed (Park and Miller's minimal standard): scenes never change. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
