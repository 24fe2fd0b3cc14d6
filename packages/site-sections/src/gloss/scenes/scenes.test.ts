import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { paintScene } from './paint-scene.ts';
import { lampScene, swirlScene } from './swirl-scene.ts';

const scenes = { paintScene, lampScene, swirlScene };

describe('the scenes of Gloss', () => {
  test.each(Object.entries(scenes))(
    '%s is the same each time, so that a page can be compared byte by byte',
    (_name, scene) => {
      expect(scene()).toBe(scene());
    },
  );

  test('all together weigh at most 30 kB gzipped', () => {
    const bytes = gzipSync(
      Object.values(scenes)
        .map((scene) => scene())
        .join(''),
    ).length;
    expect(bytes).toBeLessThanOrEqual(30_000);
  });

  test.each(Object.entries(scenes))(
    '%s takes its colours from the theme and holds no words',
    (_name, scene) => {
      const markup = scene();
      expect(markup.match(/#[0-9a-f]{3,6}\b(?=")/gi)?.filter((color) => color !== '#fff') ?? []).toEqual([]);
      expect(markup).not.toContain('<text');
    },
  );
});
