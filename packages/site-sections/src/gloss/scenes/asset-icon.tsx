/** Line drawings of what the work is done on, by the key of the asset class; nothing where there is no drawing. */
const drawings: Readonly<Record<string, { body: string; wheels: [number, number] }>> = {
  sedan: { body: 'M1 15V11l8-2 8-6h18l10 7 11 2v3h-3M8 15h35', wheels: [14, 46] },
  suv: { body: 'M1 15V9l6-2 6-6h30l7 7 6 2v5h-2M9 15h34', wheels: [14, 46] },
  truck: { body: 'M1 15V8h22V2h13l7 6 13 2v5h-2M9 15h34', wheels: [13, 46] },
};

function drawingOf(key: string) {
  if (/suv|crossover/.test(key)) return drawings.suv;
  if (/truck|van|pickup/.test(key)) return drawings.truck;
  if (/sedan|coupe|car|hatch/.test(key)) return drawings.sedan;
  return undefined;
}

export type AssetIconProps = { assetKey: string; className?: string };

export function AssetIcon({ assetKey, className }: AssetIconProps) {
  const drawing = drawingOf(assetKey.toLowerCase());
  if (!drawing) return null;
  return (
    <svg
      viewBox="0 0 58 20"
      width="58"
      height="20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      className={className}
      aria-hidden="true"
    >
      <path d={drawing.body} />
      {drawing.wheels.map((x) => (
        <circle key={x} cx={x} cy="15" r="4" fill="var(--asset-icon-ground, transparent)" />
      ))}
    </svg>
  );
}
