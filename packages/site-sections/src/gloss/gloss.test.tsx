import type { PublicSite } from '@servicepro/contracts/rest/public';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { cleanMachine, fixtureId, plainBusiness } from '../fixtures/sites.data.ts';
import { siteView } from '../site-view.ts';
import { Gloss } from './gloss.tsx';

const now = new Date('2099-11-23T12:00:00Z');

function render(site: PublicSite): string {
  return renderToStaticMarkup(<Gloss view={siteView(site, { bookingPath: '/book', now })} />);
}

/** What a person reads: tags, scenes and attributes taken away. */
function textOf(html: string): string {
  return html
    .replace(/<svg[\s\S]*?<\/svg>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');
}

describe('a Gloss site', () => {
  test('shows the live price of each size and the next open slot in the business zone', () => {
    const text = textOf(render(cleanMachine));
    expect(text).toContain('$285, about 6 hours at your place');
    expect(text).toContain('Tue, Nov 24, 8:30 am');
    expect(text).toContain('Mon to Fri 8 am to 6 pm');
    expect(text).toContain('Closed Sun');
    expect(text).toContain('Closed Thu, Nov 26 (Thanksgiving)');
  });

  test('says that an AI assistant answers and that a person can be had', () => {
    for (const site of [cleanMachine, plainBusiness]) {
      expect(textOf(render(site))).toContain(
        'An AI assistant answers day and night. Ask for a person and you get one.',
      );
    }
  });

  test('never shows a number where no person confirmed a price', () => {
    const text = textOf(render(plainBusiness));
    expect(text).not.toMatch(/\$\s?\d/);
    expect(text).toContain('Quote');
    expect(text).toContain('Price on request, about 1.5 hours at your place');
  });

  test('a service that wants a quote first has no number even if a row holds one', () => {
    const services = cleanMachine.services.map((service) => ({
      ...service,
      booking: 'quote_first' as const,
      prices: service.prices.map((price) => ({ ...price, priceCents: 12_345 })),
    }));
    const text = textOf(render({ ...cleanMachine, services, nextSlot: null }));
    expect(text).not.toContain('123');
    expect(text).toContain('Quote');
  });

  test('has no section for data that is not there', () => {
    const bare: PublicSite = { ...plainBusiness, services: [], assetClasses: [], faqs: [], hours: [] };
    const html = render(bare);
    const headings = [...html.matchAll(/<h[1-3][^>]*>([\s\S]*?)<\/h[1-3]>/g)].map((match) =>
      textOf(match[1] ?? '').trim(),
    );
    expect(headings).toEqual(['Lawn care in Seattle', 'Text us. (206) 555-0123', 'Green Acre Lawn Care']);
    expect(html.includes('<table') || html.includes('<dl')).toBe(false);
    expect([...html.matchAll(/href="#(\w*)"/g)].map((match) => match[1])).toEqual(['content']);
  });

  test('has one price column and no size choice for a business with one asset class', () => {
    const one = cleanMachine.assetClasses.slice(0, 1);
    const html = render({ ...cleanMachine, assetClasses: one });
    expect(html.includes('type="radio"')).toBe(false);
    expect(textOf(html)).toContain('Price Express wash and refresh');
  });

  test('holds long names and long words, escaped', () => {
    const name = 'Donaudampfschifffahrtsgesellschaft & <Sons> Automobilaufbereitung';
    const html = render({ ...cleanMachine, tenant: { ...cleanMachine.tenant, name } });
    expect(html.includes('<Sons>')).toBe(false);
    expect(textOf(html)).toContain('Donaudampfschifffahrtsgesellschaft & &lt;Sons&gt; Automobilaufbereitung');
  });

  test('a link never leaves the page by what a tenant wrote', () => {
    const phone = 'javascript:alert(1)';
    const html = render({ ...cleanMachine, tenant: { ...cleanMachine.tenant, phone } });
    for (const [, href] of html.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^(#|\/|tel:|sms:)/);
  });

  test('the bar sells the service of the next open slot, and only for its own size offers to hold it', () => {
    const html = render(cleanMachine);
    expect(html.includes('name="at" value="2099-11-24T14:30:00Z"')).toBe(true);
    expect(html.match(/Hold this time/g)).toHaveLength(1);
    expect(html.match(/See open times/g)).toHaveLength(2);
  });

  test('a slot of a service that cannot be booked at once is not offered', () => {
    const nextSlot = {
      serviceId: fixtureId(27),
      assetClassId: fixtureId(12),
      startsAt: '2099-11-24T14:30:00Z',
    };
    const html = render({ ...cleanMachine, nextSlot });
    expect(textOf(html)).not.toMatch(/Hold this time|8:30/);
  });

  test('speaks Spanish where the tenant does', () => {
    const text = textOf(render({ ...cleanMachine, tenant: { ...cleanMachine.tenant, locale: 'es-US' } }));
    expect(text).toContain('Un asistente de IA responde de día y de noche.');
    expect(text).not.toContain('An AI assistant');
  });
});
