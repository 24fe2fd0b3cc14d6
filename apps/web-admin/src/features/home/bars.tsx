import styles from './home.module.css';

const WIDTH = 88;
const HEIGHT = 28;
const STEP = 13;

/** Seven small bars, today's in the accent: a hint of the course, the words beside carry the meaning. */
export function Bars({ values }: { values: readonly number[] }) {
  const highest = Math.max(...values, 1);
  if (values.length < 2) return null;
  return (
    <svg className={styles.bars} width={WIDTH} height={HEIGHT} aria-hidden="true">
      {values.map((value, index) => {
        const height = Math.max(2, (value / highest) * HEIGHT);
        const isLast = index === values.length - 1;
        return (
          <rect
            key={index}
            x={WIDTH - 10 - (values.length - 1 - index) * STEP}
            y={HEIGHT - height}
            width={10}
            height={height}
            rx={1.5}
            fill={isLast ? 'var(--accent-solid)' : 'var(--border-strong)'}
          />
        );
      })}
    </svg>
  );
}
