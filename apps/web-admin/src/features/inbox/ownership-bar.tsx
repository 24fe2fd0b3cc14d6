import { Button } from '@mantine/core';
import type { Ownership } from '@servicepro/contracts/rest/conversations';
import { IconHandStop, IconSparkles } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Avatar } from '../../ui/parts/avatar.tsx';
import { KeyHint } from '../../ui/parts/badge.tsx';
import { useTenancy } from '../shell/tenancy.tsx';
import styles from './inbox.module.css';
import { firstName } from './owner-chip.tsx';
import type { useThreadActs } from './use-thread-acts.ts';

type Props = { ownership: Ownership; acts: ReturnType<typeof useThreadActs>; canChange: boolean };

/** Who owns the thread, until when, and the one button that changes it. */
export function OwnershipBar({ ownership, acts, canChange }: Props) {
  const t = useTranslations('inbox.bar');
  const { format } = useTenancy();
  const rich = { b: (chunks: ReactNode) => <b>{chunks}</b> };
  const handBack = (
    <Button
      key="back"
      size="sm"
      variant={ownership.state === 'waiting' ? 'subtle' : 'default'}
      rightSection={<KeyHint>B</KeyHint>}
      disabled={!canChange}
      loading={acts.pending === 'hand-back'}
      onClick={() => acts.act('hand-back')}
    >
      {t('handBack')}
    </Button>
  );
  const takeOver = (
    <Button
      key="take"
      size="sm"
      variant="filled"
      rightSection={<KeyHint onAccent>T</KeyHint>}
      disabled={!canChange}
      loading={acts.pending === 'takeover'}
      onClick={() => acts.act('takeover')}
    >
      {t('takeOver')}
    </Button>
  );
  switch (ownership.state) {
    case 'ai':
      return (
        <Bar
          kind="ai"
          icon={<IconSparkles size={17} stroke={1.75} aria-hidden="true" />}
          buttons={[takeOver]}
        >
          {t.rich('ai', rich)}
        </Bar>
      );
    case 'waiting':
      return (
        <Bar
          kind="waiting"
          icon={<IconHandStop size={17} stroke={1.75} aria-hidden="true" />}
          buttons={[handBack, takeOver]}
        >
          {t.rich('waiting', rich)}
        </Bar>
      );
    case 'person': {
      const until = format.time(ownership.until);
      const longer = (
        <Button
          key="longer"
          size="sm"
          variant="subtle"
          disabled={!canChange}
          loading={acts.pending === 'takeover'}
          onClick={() => acts.act('takeover')}
        >
          {t('longer')}
        </Button>
      );
      return (
        <Bar
          kind="person"
          icon={<Avatar name={ownership.name} tone={ownership.isYou ? 'e' : 'c'} size={22} />}
          buttons={ownership.isYou ? [longer, handBack] : [handBack, takeOver]}
        >
          {ownership.isYou
            ? t.rich('you', { ...rich, until })
            : t.rich('person', { ...rich, until, name: firstName(ownership.name) })}
        </Bar>
      );
    }
    default:
      return ownership satisfies never;
  }
}

function Bar(props: { kind: string; icon: ReactNode; children: ReactNode; buttons: ReactNode[] }) {
  return (
    <div className={styles.bar} data-kind={props.kind}>
      <div className={`${styles.barText} num`} role="status">
        {props.icon}
        <span>{props.children}</span>
      </div>
      <div className={styles.barActs}>{props.buttons}</div>
    </div>
  );
}
