import type { CSSVariablesResolver } from '@mantine/core';
import tokens from './tokens.json' with { type: 'json' };

type Scheme = 'light' | 'dark';

/** `text.onAccent` becomes `--text-on-accent`, the name the stylesheets use. */
export function variableName(token: string): string {
  return `--${token.replaceAll('.', '-').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

export function schemeVariables(scheme: Scheme): Record<string, string> {
  const variables: Record<string, string> = {};
  for (const [token, value] of Object.entries(tokens.color[scheme])) variables[variableName(token)] = value;
  for (const [family, parts] of Object.entries(tokens.calendarEvents[scheme])) {
    for (const [part, value] of Object.entries(parts)) variables[`--ev-${family}-${part}`] = value;
  }
  return { ...variables, ...mantineVariables };
}

/** Mantine's own names, so that its components wear the same colours. */
const mantineVariables: Record<string, string> = {
  '--mantine-color-body': 'var(--bg-app)',
  '--mantine-color-text': 'var(--text-primary)',
  '--mantine-color-bright': 'var(--text-primary)',
  '--mantine-color-dimmed': 'var(--text-tertiary)',
  '--mantine-color-placeholder': 'var(--text-tertiary)',
  '--mantine-color-anchor': 'var(--accent-text)',
  '--mantine-color-error': 'var(--danger-text)',
  '--mantine-color-default': 'var(--bg-surface)',
  '--mantine-color-default-hover': 'var(--bg-hover)',
  '--mantine-color-default-color': 'var(--text-primary)',
  '--mantine-color-default-border': 'var(--border-strong)',
  '--mantine-color-disabled': 'var(--bg-sunken)',
  '--mantine-color-disabled-color': 'var(--text-tertiary)',
  '--mantine-color-disabled-border': 'var(--border-hairline)',
  '--mantine-primary-color-filled': 'var(--accent-solid)',
  '--mantine-primary-color-filled-hover': 'var(--accent-hover)',
  '--mantine-color-tide-filled': 'var(--accent-solid)',
  '--mantine-color-tide-filled-hover': 'var(--accent-hover)',
  '--mantine-color-red-filled': 'var(--danger-solid)',
};

export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {
    '--shadow-drag': tokens.shadow.drag,
    '--shadow-popover': tokens.shadow.popover,
    '--motion-fast': tokens.motion.fast,
    '--motion-base': tokens.motion.base,
    '--motion-slow': tokens.motion.slow,
    '--motion-ease': tokens.motion.ease,
  },
  light: schemeVariables('light'),
  dark: schemeVariables('dark'),
});
