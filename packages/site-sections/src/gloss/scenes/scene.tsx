export type SceneProps = { viewBox: string; markup: string; className: string };

/**
 * A picture made by our own code from numbers and theme tokens; never from anything a tenant wrote. It is handed over
 * as one string, because thousands of small elements would be sent twice, as HTML and as React's own data.
 */
export function Scene({ viewBox, markup, className }: SceneProps) {
  return (
    <svg
      viewBox={viewBox}
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
      focusable="false"
      className={className}
      dangerouslySetInnerHTML={{ __html: markup }}
    />
  );
}
