export { hasFeature, planHas } from './has-feature.ts';
export { type FeatureKey, type Plan, plans } from './plans.data.ts';
