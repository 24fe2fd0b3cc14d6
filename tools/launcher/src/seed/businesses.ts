import { cleanMachine } from './clean-machine.data.ts';
import type { SeedBusiness } from './demo-data.ts';
import { hollisLawn } from './hollis-lawn.data.ts';
import { westCampusMovers } from './west-campus-movers.data.ts';

/** The demo's businesses, the root tenant first. */
export const businesses: readonly SeedBusiness[] = [cleanMachine, hollisLawn, westCampusMovers];

/** A number of the carrier that no business has. */
export const unownedNumber = '+15125550199';

/** Reads every demo business and changes nothing: the phone simulator shows a text's trail with it. */
export const demoViewer = { email: 'viewer@servicepro.example', name: 'Demo viewer' };

/** Printed by the launcher, and good for nothing but the demo. */
export const demoPassword = 'clean-machine-demo';
