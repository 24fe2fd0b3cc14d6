import type { Field, FieldErrors } from './booking-state.ts';
import { useWords } from './booking-words.tsx';

export type FieldErrorProps = { field: Field; errors: FieldErrors };

/** An error beside its field, with a sign and words: colour alone says nothing. */
export function FieldError({ field, errors }: FieldErrorProps) {
  const words = useWords();
  if (errors[field] === undefined) return null;
  return (
    <p id={`${field}-error`} className="field-error">
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" className="mt-[3px] shrink-0">
        <circle cx="8" cy="8" r="8" fill="currentColor" />
        <path d="M8 4v5M8 11v1.6" stroke="#fff" strokeWidth="1.8" />
      </svg>
      {words(`errors.${field}`)}
    </p>
  );
}

/** What ties a field to its error for people who do not see it. */
export function errorProps(field: Field, errors: FieldErrors, hintId?: string) {
  const isWrong = errors[field] !== undefined;
  const describedBy = [isWrong ? `${field}-error` : '', hintId ?? ''].filter(Boolean).join(' ');
  return {
    'aria-invalid': isWrong || undefined,
    'aria-describedby': describedBy || undefined,
  };
}
