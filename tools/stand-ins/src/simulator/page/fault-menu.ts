import { h } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { icon } from './icons.ts';
import { Menu } from './menu.ts';
import { type ActiveFault, simulatorApi } from './simulator-api.ts';
import { faultChoices, words } from './words.data.ts';

/** What goes wrong at the carrier for the number that is being texted. One at a time; the last choice holds. */
export function FaultMenu({ number, beat }: { number: string; beat: number }) {
  const [active, setActive] = useState<ActiveFault | null>(null);
  const read = useCallback(async () => {
    const { faults } = await simulatorApi.readFaults();
    setActive(faults.find((fault) => fault.number === number) ?? null);
  }, [number]);
  // A fault for the next text is gone once it has struck.
  useEffect(() => void read().catch(() => undefined), [read, beat]);

  const choose = async (fault: Record<string, unknown> | null) => {
    await simulatorApi.clearFaults(number);
    if (fault) await simulatorApi.addFault({ ...fault, number });
    await read();
  };
  const current = faultChoices.find((choice) => choice.fault.kind === active?.kind);
  const label = `${words.faults}: ${current?.label ?? words.faultsNone}`;
  const items = [{ label: words.faultsNone, title: 'None', fault: null }, ...faultChoices].map((choice) => ({
    key: choice.label,
    content: [icon('check', 14, 2), h('span', null, choice.title)],
    isChecked: choice.fault === null ? current === undefined : choice === current,
    choose: () => void choose(choice.fault),
  }));
  return h(
    Menu,
    { label, buttonClass: current ? 'button small warn' : 'button small', align: 'end', items },
    h('span', null, label),
    icon('chevronDown', 14),
  );
}
