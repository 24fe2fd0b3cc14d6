import { Button, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { centsOf } from '../../ui/figures.ts';
import styles from './home.module.css';

export function PriceForm(props: {
  name: string;
  suggestedCents: number | null;
  isSaving: boolean;
  onSave: (cents: number) => void;
  onCancel: () => void;
}) {
  const t = useTranslations('home.waits');
  const [text, setText] = useState(props.suggestedCents === null ? '' : String(props.suggestedCents / 100));
  const [error, setError] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const cents = centsOf(text);
    if (cents === null) setError(t('priceWrong'));
    else props.onSave(cents);
  };
  return (
    <form
      className={styles.priceForm}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onCancel();
      }}
    >
      <TextInput
        label={t('priceLabel', { name: props.name })}
        value={text}
        inputMode="decimal"
        error={error}
        data-autofocus
        autoFocus
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={styles.waitActs}>
        <Button type="submit" size="sm" variant="filled" loading={props.isSaving}>
          {t('savePrice')}
        </Button>
        <Button size="sm" variant="subtle" onClick={props.onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
