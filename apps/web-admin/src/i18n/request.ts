import { getRequestConfig } from 'next-intl/server';
import en from '../../messages/en.json' with { type: 'json' };

/** One locale for now; a second file in messages/ and a choice here is all Spanish needs. */
export default getRequestConfig(async () => ({ locale: 'en', messages: en, timeZone: 'UTC' }));
