'use client';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';

/** How long an act can be undone from its notice. */
const UNDO_MS = 10_000;

export type Notices = {
  tell: (message: string) => void;
  /** Something did not happen: stays longer, and says so by a mark and words. */
  warn: (message: string) => void;
  /** Something happened that can be taken back for ten seconds. */
  offerUndo: (message: string, label: string, undo: () => void) => void;
};

/** Notices at the lower edge. A new one takes the place of the one before, so that they never pile up. */
export function useNotices(): Notices {
  const close = useTranslations('state')('close');
  return useMemo(() => {
    const id = 'notice';
    const show = (notice: { message: React.ReactNode; color?: string; autoClose: number }) => {
      notifications.hide(id);
      notifications.show({ id, closeButtonProps: { 'aria-label': close }, ...notice });
    };
    return {
      tell: (message) => show({ message, autoClose: 6000 }),
      warn: (message) => show({ message, color: 'red', autoClose: UNDO_MS }),
      offerUndo: (message, label, undo) =>
        show({
          autoClose: UNDO_MS,
          message: (
            <span className="row">
              <span>{message}</span>
              <Button
                size="sm"
                className="push"
                flex="none"
                onClick={() => {
                  notifications.hide(id);
                  undo();
                }}
              >
                {label}
              </Button>
            </span>
          ),
        }),
    };
  }, [close]);
}
