import type { SectionOf } from '../section.schema.ts';
import { Scene } from './scenes/scene.tsx';

export type HeroProps = { section: SectionOf<'hero'> };

/** Past this many characters the headline steps down, so that it stays in its two or three lines. */
const longHeadline = 34;

export function Hero({ section }: HeroProps) {
  const size =
    section.heading.length > longHeadline
      ? 'text-[34px] md:text-[clamp(44px,5.2vw,68px)]'
      : 'text-[45px] md:text-[clamp(56px,7.65vw,98px)]';
  return (
    <div className="relative h-[620px] overflow-hidden bg-paint-shade md:h-[min(800px,62.5vw)] md:min-h-[600px]">
      <Scene name="paint" className="absolute inset-0 size-full" />
      <div className="absolute inset-x-5 bottom-24 z-2 md:inset-x-10 md:bottom-[174px]">
        <h1 className={`display max-w-[1100px] text-balance ${size}`}>{section.heading}</h1>
        {section.lead && (
          <p className="mt-4 max-w-[560px] text-[17px] leading-snug text-paper md:mt-6 md:text-lg">
            {section.lead}
          </p>
        )}
      </div>
    </div>
  );
}
