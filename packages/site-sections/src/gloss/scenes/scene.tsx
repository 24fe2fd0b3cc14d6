'use client';

import { paintScene } from './paint-scene.ts';
import { lampScene, swirlScene } from './swirl-scene.ts';

const scenes = {
  paint: { viewBox: '0 0 1280 800', draw: paintScene },
  lamp: { viewBox: '0 0 640 560', draw: lampScene },
  swirls: { viewBox: '0 0 640 560', draw: swirlScene },
} as const;

export type SceneProps = { name: keyof typeof scenes; className: string };

/**
 * A picture made by our own code from numbers and theme tokens; never from anything a tenant wrote. It is drawn where
 * the page is made and taken over by the browser as it stands: as a client component its markup is in the HTML only,
 * not a second time in React's own data, which makes the page a third lighter.
 */
export function Scene({ name, className }: SceneProps) {
  const { viewBox, draw } = scenes[name];
  const markup = typeof window === 'undefined' ? draw() : '';
  return (
    <svg
      viewBox={viewBox}
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
      focusable="false"
      className={className}
      suppressHydrationWarning
      dangerouslySetInnerHTML={{ __html: markup }}
    />
  );
}
