export interface Place {
  city: string;
  state: string;
  zip: string;
}

/** Where the vendor says a North American number is, by area code; the demo's own and a few more. */
export const placesByAreaCode: Readonly<Record<string, Place>> = {
  '212': { city: 'NEW YORK', state: 'NY', zip: '10001' },
  '303': { city: 'DENVER', state: 'CO', zip: '80202' },
  '312': { city: 'CHICAGO', state: 'IL', zip: '60601' },
  '415': { city: 'SAN FRANCISCO', state: 'CA', zip: '94105' },
  '503': { city: 'PORTLAND', state: 'OR', zip: '97201' },
  '512': { city: 'AUSTIN', state: 'TX', zip: '78701' },
  '602': { city: 'PHOENIX', state: 'AZ', zip: '85001' },
  '617': { city: 'BOSTON', state: 'MA', zip: '02108' },
  '720': { city: 'DENVER', state: 'CO', zip: '80202' },
  '737': { city: 'AUSTIN', state: 'TX', zip: '78701' },
};
