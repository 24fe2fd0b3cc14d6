'use client';
import { Checkbox, Modal } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useKeysSetting } from '../../ui/keys/use-keys.ts';
import { Kbd } from '../../ui/parts/badge.tsx';
import styles from './shell.module.css';

const groups = [
  {
    id: 'everywhere',
    rows: [
      { act: 'goHome', keys: ['G', 'H'] },
      { act: 'goInbox', keys: ['G', 'I'] },
      { act: 'goCalendar', keys: ['G', 'C'] },
      { act: 'create', keys: ['C'] },
      { act: 'help', keys: ['?'] },
    ],
  },
  {
    id: 'inbox',
    rows: [
      { act: 'nextThread', keys: ['J'] },
      { act: 'previousThread', keys: ['K'] },
      { act: 'open', keys: ['Enter'] },
      { act: 'takeOver', keys: ['T'] },
      { act: 'handBack', keys: ['B'] },
      { act: 'reply', keys: ['R'] },
      { act: 'facts', keys: ['O'] },
      { act: 'search', keys: ['/'] },
    ],
  },
  {
    id: 'calendar',
    rows: [
      { act: 'previousDay', keys: ['←'] },
      { act: 'nextDay', keys: ['→'] },
      { act: 'today', keys: ['.'] },
      { act: 'moveEvent', keys: ['←', '↑', '→', '↓'] },
      { act: 'firstFit', keys: ['A'] },
      { act: 'drop', keys: ['Enter'] },
      { act: 'putBack', keys: ['Esc'] },
    ],
  },
] as const;

export function KeyboardHelp({ onClose }: { onClose: () => void }) {
  const t = useTranslations('shell.keys');
  const close = useTranslations('state')('close');
  const [isOn, setOn] = useKeysSetting();
  return (
    <Modal opened onClose={onClose} title={t('title')} size={480} closeButtonProps={{ 'aria-label': close }}>
      <Checkbox
        label={t('turnedOn')}
        checked={isOn}
        onChange={(event) => setOn(event.currentTarget.checked)}
        mb={16}
      />
      {groups.map((group) => (
        <section key={group.id} className={styles.keyGroup} aria-label={t(`group.${group.id}`)}>
          <h3>{t(`group.${group.id}`)}</h3>
          <dl>
            {group.rows.map(({ act, keys }) => (
              <div key={act} className="row">
                <dt>{t(`act.${act}`)}</dt>
                <dd className="push row">
                  {keys.map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Modal>
  );
}
