import { useCallback, useEffect, useState } from 'preact/hooks';
import { type Config, simulatorApi } from './simulator-api.ts';

const retryMs = 2_000;

/** The numbers, people and settings of the stand-in; asked for again until there are numbers. */
export function useConfig(): { config: Config | null; refresh: () => Promise<Config | null> } {
  const [config, setConfig] = useState<Config | null>(null);
  const refresh = useCallback(async () => {
    const read = await simulatorApi.readConfig().catch(() => null);
    if (read) setConfig(read);
    return read;
  }, []);
  const isWaiting = !config?.businesses.length;
  useEffect(() => {
    void refresh();
    if (!isWaiting) return;
    const timer = setInterval(refresh, retryMs);
    return () => clearInterval(timer);
  }, [isWaiting, refresh]);
  return { config, refresh };
}
