export { buildApp, type StandInsDeps } from './app.ts';
export { type Carrier, type CarrierOptions, createCarrier } from './carrier/carrier.ts';
export { createCarrierState } from './carrier/carrier-state.ts';
export { startStandIns } from './testing.ts';
