export { describeDemo } from './describe-demo.ts';
export { type SeedOptions, seed } from './seed.ts';
export { type SeedDemoOptions, type SeededDemo, seedDemo } from './seed-demo.ts';
