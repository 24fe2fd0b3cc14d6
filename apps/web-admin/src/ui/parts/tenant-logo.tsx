/** The tile in the tenant's own colour: the one place of the dashboard where that colour stands. */
export function TenantLogo({ brandColor, name, size }: { brandColor: string; name: string; size: number }) {
  return (
    <span
      aria-hidden="true"
      style={{
        width: size,
        height: size,
        borderRadius: 7,
        background: brandColor,
        color: readableOn(brandColor),
        display: 'grid',
        placeItems: 'center',
        flex: 'none',
        fontSize: size * 0.5,
        lineHeight: 1,
        fontWeight: 700,
      }}
    >
      {name.trim().charAt(0).toUpperCase()}
    </span>
  );
}

/** Black or white, whichever has the higher WCAG contrast on the colour. */
export function readableOn(hex: string): '#FFFFFF' | '#1B1B18' {
  const luminance = relativeLuminance(hex);
  return 1.05 / (luminance + 0.05) >= (luminance + 0.05) / 0.0605 ? '#FFFFFF' : '#1B1B18';
}

/** WCAG 2.x relative luminance of a #RRGGBB colour, 0 to 1. */
export function relativeLuminance(hex: string): number {
  const channel = (start: number) => {
    const value = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
