import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** One process's figures, in Prometheus' words. Names end in their unit: `_seconds`, `_total`, `_bytes`. */
export interface Metrics {
  readonly registry: Registry;
  counter(name: string, help: string, labels?: readonly string[]): Counter;
  gauge(name: string, help: string, labels?: readonly string[]): Gauge;
  /** Durations in seconds; the buckets fit answers between 1 ms and 30 s. */
  histogram(name: string, help: string, labels?: readonly string[]): Histogram;
}

export interface MetricsOptions {
  /** The app's name, on every figure. */
  app: string;
  /** Node's own figures (memory, event loop, collections). Off in tests. */
  withProcess?: boolean;
}

export function createMetrics(options: MetricsOptions): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ app: options.app });
  if (options.withProcess ?? true) collectDefaultMetrics({ register: registry });
  return {
    registry,
    counter: (name, help, labels = []) =>
      existing(registry, name, Counter) ??
      new Counter({ name, help, labelNames: [...labels], registers: [registry] }),
    gauge: (name, help, labels = []) =>
      existing(registry, name, Gauge) ??
      new Gauge({ name, help, labelNames: [...labels], registers: [registry] }),
    histogram: (name, help, labels = []) =>
      existing(registry, name, Histogram) ??
      new Histogram({ name, help, labelNames: [...labels], buckets: secondsBuckets, registers: [registry] }),
  };
}

const secondsBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** A figure asked for twice is the same figure; of another kind it is a fault in our code, which prom-client reports. */
function existing<Kind extends Counter | Gauge | Histogram>(
  registry: Registry,
  name: string,
  kind: new (...values: never[]) => Kind,
): Kind | undefined {
  const found: unknown = registry.getSingleMetric(name);
  return found instanceof kind ? found : undefined;
}
