import { cleanMachine, plainBusiness } from '@servicepro/site-sections/fixtures/sites.data.ts';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { localBusiness, StructuredData } from './structured-data.tsx';

const origin = 'https://clean-machine.example';

describe('structured data', () => {
  test('holds confirmed prices only', () => {
    expect(JSON.stringify(localBusiness(cleanMachine, origin))).toContain('"minPrice":225');
    expect(localBusiness(plainBusiness, origin).makesOffer).toEqual([]);
  });

  test('a name cannot end the script it stands in', () => {
    const site = {
      ...cleanMachine,
      tenant: { ...cleanMachine.tenant, name: '</script><script>alert(1)</script>' },
    };
    const html = renderToStaticMarkup(<StructuredData site={site} origin={origin} />);
    expect(html.match(/<\/script>/g)).toHaveLength(1);
  });
});
