import type { ReactNode } from 'react';
import { useWords } from './booking-words.tsx';

export type StepProps = {
  number: 1 | 2 | 3 | 4;
  title: string;
  state: 'open' | 'current' | 'done';
  aside?: ReactNode;
  children: ReactNode;
};

/** One of the four steps. All are open; the number turns solid when the step is done. */
export function Step({ number, title, state, aside, children }: StepProps) {
  const words = useWords();
  return (
    <section aria-labelledby={`step-${number}`} className="step">
      <span className="step-number" data-state={state} aria-hidden="true">
        {number}
      </span>
      <div className="flex min-h-[30px] items-center justify-between gap-4 md:min-h-9">
        <h2 id={`step-${number}`} tabIndex={-1} className="step-title">
          <span className="sr-only">
            {words(state === 'done' ? 'step.done' : 'step.number', { number })}.{' '}
          </span>
          {title}
        </h2>
        {aside}
      </div>
      <div className="col-span-2 mt-[18px] min-w-0 md:col-span-1 md:col-start-2">{children}</div>
    </section>
  );
}
