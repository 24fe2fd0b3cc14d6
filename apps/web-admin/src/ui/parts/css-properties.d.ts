import 'react';

/** Custom properties are ordinary style keys here: they carry geometry and event colours to the stylesheets. */
declare module 'react' {
  interface CSSProperties {
    [name: `--${string}`]: string | number | undefined;
  }
}
