import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ConversationDetail } from '@servicepro/contracts/rest/conversations';
import { IconBan, IconSend } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type Ref, useId } from 'react';
import { formatPhone } from '../../ui/figures.ts';
import { useTenancy } from '../shell/tenancy.tsx';
import styles from './composer.module.css';
import { firstName } from './owner-chip.tsx';
import { plainQuotes, textLengthOf } from './text-length.rules.ts';
import { useReply } from './use-reply.ts';

const LONGEST = 1600;

export function Composer({ ref, thread }: { ref: Ref<HTMLTextAreaElement>; thread: ConversationDetail }) {
  const t = useTranslations('inbox.composer');
  const { canChange, format } = useTenancy();
  const reply = useReply(thread.id);
  const labelId = useId();
  const isNarrow = useMediaQuery('(max-width: 47.99em)', false);
  const phone = formatPhone(thread.customer.phone);
  const name = thread.customer.name ? firstName(thread.customer.name) : null;
  if (thread.isOptedOut) {
    const day = thread.customer.optedOutAt;
    return (
      <p className={styles.closed} role="note">
        <IconBan size={15} stroke={1.75} aria-hidden="true" />
        {day ? t('optedOutOn', { day: format.shortDay(day) }) : t('optedOut')}
      </p>
    );
  }
  const long = name ? t('hint', { name, phone }) : t('hintNameless', { phone });
  const hint = isNarrow ? t('hintShort', { name: name ?? phone }) : long;
  const length = textLengthOf(plainQuotes(reply.text.trim()));
  const canSend = canChange && length.used > 0 && !reply.isSending;
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && canSend) {
      event.preventDefault();
      reply.send();
    }
    if (event.key === 'Escape') event.currentTarget.blur();
  };
  return (
    <form
      className={styles.composer}
      onSubmit={(event) => {
        event.preventDefault();
        if (canSend) reply.send();
      }}
    >
      <label id={labelId} htmlFor={`${labelId}-box`} className="visually-hidden">
        {t('label', { name: name ?? phone })}
      </label>
      <textarea
        id={`${labelId}-box`}
        ref={ref}
        className={styles.box}
        placeholder={hint}
        value={reply.text}
        maxLength={LONGEST}
        rows={1}
        disabled={!canChange}
        onChange={(event) => reply.write(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {reply.error && (
        <p className={styles.error} role="alert">
          {reply.error} {t('kept')}
        </p>
      )}
      <div className={styles.acts}>
        <small className={`${styles.length} dim num`}>
          {length.texts > 0
            ? t('length', { used: length.used, room: length.room, texts: length.texts })
            : null}
        </small>
        <Button
          type="submit"
          size="sm"
          variant={canSend ? 'filled' : 'default'}
          disabled={!canSend && !reply.isSending}
          loading={reply.isSending}
          leftSection={<IconSend size={15} stroke={1.75} />}
          className={styles.send}
        >
          {t('send')}
        </Button>
      </div>
    </form>
  );
}
