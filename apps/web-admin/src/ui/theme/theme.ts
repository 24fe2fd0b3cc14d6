'use client';
import { createTheme, type MantineColorsTuple } from '@mantine/core';
import tokens from './tokens.json' with { type: 'json' };

const pixels = (value: number) => `${value}px`;

/** The ten shades as Mantine wants them: a tuple, where JSON knows only lists. */
function colorsTuple(shades: readonly string[]): MantineColorsTuple {
  const [first = '#000000', ...rest] = shades;
  return [first, ...rest] as unknown as MantineColorsTuple;
}

/** Heights and paddings of the three buttons: 24 in rows, 28 in bars, 32 on pages. */
const buttonSizes: Record<string, { height: number; padding: number; font: number; radius: number }> = {
  xs: { height: tokens.size.control.xs, padding: 8, font: 12, radius: 6 },
  sm: { height: tokens.size.control.sm, padding: 10, font: 13, radius: 8 },
  md: { height: tokens.size.control.md, padding: 12, font: 13, radius: 8 },
  touch: { height: tokens.size.control.touch, padding: 16, font: 15, radius: 10 },
};

export const theme = createTheme({
  primaryColor: 'tide',
  primaryShade: { light: 7, dark: 6 },
  colors: { tide: colorsTuple(tokens.mantine.tide) },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'DejaVu Sans Mono', monospace",
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '16px', sm: '20px', md: '20px', lg: '24px', xl: '28px' },
  defaultRadius: pixels(tokens.radius.control),
  respectReducedMotion: true,
  cursorType: 'pointer',
  headings: { fontWeight: '600' },
  shadows: { md: 'var(--shadow-popover)' },
  // Plain settings instead of `Button.extend`: naming a component here would load it on every page.
  components: {
    Button: {
      defaultProps: { size: 'md', variant: 'default' },
      vars: (_theme: unknown, props: { size?: string }) => {
        const size = buttonSizes[props.size ?? 'md'];
        if (!size) return { root: {} };
        return {
          root: {
            '--button-height': pixels(size.height),
            '--button-padding-x': pixels(size.padding),
            '--button-fz': pixels(size.font),
            '--button-radius': pixels(size.radius),
          },
        };
      },
    },
    ActionIcon: { defaultProps: { variant: 'subtle', size: 30, radius: tokens.radius.item, color: 'gray' } },
    Menu: {
      defaultProps: {
        withInitialFocusPlaceholder: false,
        shadow: 'md',
        radius: 10,
        transitionProps: { duration: 120 },
      },
    },
    Modal: {
      defaultProps: { radius: tokens.radius.dialog, centered: true, transitionProps: { duration: 120 } },
    },
  },
});
