import { Button } from '@mantine/core';
import type { ActionEntry, MessageEntry } from '@servicepro/contracts/rest/conversations';
import { IconArrowBackUp, IconCheck, IconChevronDown, IconChevronRight, IconX } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import parts from '../../ui/parts/parts.module.css';
import { useTenancy } from '../shell/tenancy.tsx';
import styles from './message.module.css';
import { Meta } from './message.tsx';
import { useThreadActs } from './use-thread-acts.ts';

type Props = { message: MessageEntry; conversationId: string; isOpen: boolean; onToggle: () => void };

/** What stands behind an AI message: one line for each figure, one for each thing it did. */
export function Facts({ message, conversationId, isOpen, onToggle }: Props) {
  const t = useTranslations('inbox');
  const changes = message.actions.filter((action) => action.isChange && action.verdict === 'allowed');
  const [firstChange] = changes;
  const counts = t('facts', { facts: message.facts.length, changes: changes.length });
  const id = `facts-${message.id}`;
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <div className={styles.facts}>
      <div className={styles.factsHead}>
        <button
          type="button"
          className={styles.factsToggle}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={onToggle}
        >
          <Chevron size={14} stroke={2} aria-hidden="true" />
          <span className="cut">{firstChange?.summary ? `${counts}: ${firstChange.summary}` : counts}</span>
        </button>
        <Meta message={message} />
      </div>
      <div id={id} hidden={!isOpen}>
        {message.facts.length > 0 && (
          <ul>
            {message.facts.map((fact) => (
              <li key={fact.id} className={styles.factRow}>
                <i className={styles.factNumber}>{fact.position}</i>
                <b className="num">{fact.value}</b>
                <span>
                  <span className={styles.factLabel}>{fact.label}</span>{' '}
                  <span className="dim">{fact.detail}</span>
                </span>
              </li>
            ))}
          </ul>
        )}
        {message.actions.map((action) => (
          <Action key={action.id} action={action} conversationId={conversationId} />
        ))}
        {message.facts.length + message.actions.length === 0 && (
          <p className={styles.noFacts}>{t('noFacts')}</p>
        )}
      </div>
    </div>
  );
}

function Action({ action, conversationId }: { action: ActionEntry; conversationId: string }) {
  const t = useTranslations('inbox');
  const { format, canChange } = useTenancy();
  const acts = useThreadActs(conversationId);
  const isRefused = action.verdict === 'refused';
  return (
    <div className={styles.action}>
      <span className={isRefused || action.undoneAt ? parts.noMark : parts.okMark} aria-hidden="true">
        {isRefused || action.undoneAt ? <IconX size={10} stroke={3} /> : <IconCheck size={10} stroke={3} />}
      </span>
      <span className={styles.actionText}>
        <b>{action.summary || action.name}</b> <code>{action.name}</code>
      </span>
      {isRefused && <small className="dim">{t('refused')}</small>}
      {action.undoneAt && (
        <small className="dim num">{t('undoneAt', { time: format.time(action.undoneAt) })}</small>
      )}
      {action.canUndo && !action.undoneAt && (
        <Button
          size="xs"
          leftSection={<IconArrowBackUp size={13} stroke={2} />}
          disabled={!canChange}
          loading={acts.undoingId === action.id}
          onClick={() => acts.undo(action.id)}
          aria-label={t('undoNamed', { what: action.summary || action.name })}
        >
          {t('undo')}
        </Button>
      )}
    </div>
  );
}
