export { type BusinessTime, findBusinessTime } from './business.repository.ts';
